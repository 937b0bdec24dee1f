package io.jellybean.cli.feed;

import java.time.Duration;

/** Some of the frames of a camera, evenly. */
final class ThinnedCamera implements Pace {

    /** Of the time between two frames: one that is a little early is as good as one that is late. */
    private static final double EARLY = 0.2;

    private final long periodNanos;
    private long dueNanos;
    private boolean started;

    ThinnedCamera(double framesPerSecond) {
        this.periodNanos = Math.round(1e9 / framesPerSecond);
    }

    @Override
    public boolean passesOverNext(long nowNanos) {
        return started && dueNanos - nowNanos > EARLY * periodNanos;
    }

    @Override
    public Duration untilDue(long nowNanos) {
        boolean late = nowNanos - dueNanos > periodNanos;
        dueNanos = (started && !late ? dueNanos : nowNanos) + periodNanos;
        started = true;
        return Duration.ZERO;
    }
}
