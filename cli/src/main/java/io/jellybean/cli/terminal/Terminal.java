package io.jellybean.cli.terminal;

import java.io.PrintStream;

/** Shows a person what is going on: a line for each step that is done, a bar while one that takes time is under way. */
public final class Terminal {

    /** Set by the launcher, because Java cannot tell whether standard error alone is a person's terminal. */
    private static final String INTERACTIVE = "jellybean.interactive";

    private final PrintStream out;
    private final boolean interactive;

    private Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** Standard error: what a command finds out goes to standard output, how it is going goes here. */
    public static Terminal ofStandardError() {
        return new Terminal(System.err, Boolean.getBoolean(INTERACTIVE));
    }

    /** Steps as plain lines, without bars, as in a log. */
    public static Terminal plain(PrintStream out) {
        return new Terminal(out, false);
    }

    /** Begins a step of which it is not known how far it is. */
    public Step step(String title) {
        return step(title, Step.UNKNOWN);
    }

    /**
     * Begins a step.
     *
     * @param total how many times it will {@link Step#advance}
     */
    public Step step(String title, long total) {
        return new Step(out, interactive, title, total);
    }

    /** Lines that change while something goes on. */
    public StatusLines statusLines() {
        return new StatusLines(out, interactive);
    }
}
