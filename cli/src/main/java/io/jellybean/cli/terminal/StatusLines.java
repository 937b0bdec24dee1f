package io.jellybean.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** A few lines that say how things stand: on a terminal they stay in their place, in a log they come again from time to time. */
public final class StatusLines {

    private static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean interactive;
    private int shownLines;
    private long logAgainNanos = System.nanoTime();

    StatusLines(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** Shows the lines in the place of those before. */
    public void show(List<String> lines) {
        if (interactive) {
            if (shownLines > 0) {
                out.print("\033[%dA\033[J".formatted(shownLines)); // up, and clear what is below
            }
            lines.forEach(out::println);
            shownLines = lines.size();
        } else if (System.nanoTime() >= logAgainNanos) {
            showLast(lines);
            logAgainNanos = System.nanoTime() + LOG_EVERY.toNanos();
        }
    }

    /** Shows how things stand in the end. */
    public void showLast(List<String> lines) {
        if (interactive) {
            show(lines);
        } else {
            lines.forEach(out::println);
        }
    }
}
