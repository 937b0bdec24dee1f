package io.jellybean.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Told once, to everybody who waits. Thread-safe. */
public final class StopSignal {

    private final CountDownLatch raised = new CountDownLatch(1);

    public void raise() {
        raised.countDown();
    }

    public boolean isRaised() {
        return raised.getCount() == 0;
    }

    /** Waits for some time, or less if the signal comes first; an interrupt counts as the signal. */
    public boolean awaitFor(Duration time) {
        try {
            return raised.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            raise();
            return true;
        }
    }
}
