package io.jellybean.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end its work in order when a person presses Ctrl-C: raises a signal and keeps the JVM up until the work is done,
 * for some seconds at most. The exit status of an interrupted JVM is 130 of itself.
 */
public final class OnInterrupt implements AutoCloseable {

    private static final Duration END_WITHIN = Duration.ofSeconds(30);

    private final CountDownLatch done = new CountDownLatch(1);
    private final StopSignal signal = new StopSignal();
    private final Thread hook = new Thread(this::raiseAndWait, "jellybean-interrupt");

    private OnInterrupt() {}

    public static OnInterrupt listen() {
        OnInterrupt onInterrupt = new OnInterrupt();
        Runtime.getRuntime().addShutdownHook(onInterrupt.hook);
        return onInterrupt;
    }

    /** Raised when the person wants to end. */
    public StopSignal signal() {
        return signal;
    }

    /** The work is done. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // then the hook has just been released
        }
    }

    private void raiseAndWait() {
        signal.raise();
        try {
            if (!done.await(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("jellybean: what was begun did not end in time; some of it may be lost");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
