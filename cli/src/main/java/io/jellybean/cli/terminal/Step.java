package io.jellybean.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One step of a command, from its beginning to its summary. Thread-safe. */
public final class Step implements AutoCloseable {

    static final long UNKNOWN = -1;
    private static final int LINE_WIDTH = 100;

    private final PrintStream out;
    private final String title;
    private final long startNanos = System.nanoTime();
    private final @Nullable ProgressBar bar;
    private volatile @Nullable String summary;

    Step(PrintStream out, boolean interactive, String title, long total) {
        this.out = out;
        this.title = title;
        if (interactive) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(out, LINE_WIDTH))
                    .setUpdateIntervalMillis(250)
                    .clearDisplayOnFinish()
                    .build();
        } else {
            bar = null;
            out.println(title + " ...");
        }
    }

    /** One more of the total is done. */
    public void advance() {
        if (bar != null) {
            bar.step();
        }
    }

    /** What came of the step, in a few words; without it the step counts as broken off. */
    public void done(String outcome) {
        summary = outcome;
    }

    /** Ends the step; prints its line if it was {@link #done}. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        String outcome = summary;
        if (outcome != null) {
            double seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
            out.println(String.format(Locale.ROOT, "%s: %s (%.1f s)", title, outcome, seconds));
        }
    }
}
