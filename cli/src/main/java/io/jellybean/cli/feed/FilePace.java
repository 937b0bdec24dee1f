package io.jellybean.cli.feed;

import java.time.Duration;

/** A steady rate. One who is late for more than a second does not try to catch up: that would be a burst that no camera sends. */
final class FilePace implements Pace {

    private static final double USUAL_FRAMES_PER_SECOND = 25;
    private static final long MOST_BEHIND_NANOS = Duration.ofSeconds(1).toNanos();

    private final double framesPerSecond;
    private final double ownFramesForOne;
    private long index;
    private long wanted;
    private long sinceLastStart;
    private long startNanos;

    FilePace(double ownFramesPerSecond, double wantedFramesPerSecond) {
        double own = ownFramesPerSecond > 0 ? ownFramesPerSecond : USUAL_FRAMES_PER_SECOND;
        this.framesPerSecond = wantedFramesPerSecond > 0 ? wantedFramesPerSecond : own;
        this.ownFramesForOne = Math.max(1, own / framesPerSecond);
    }

    @Override
    public boolean passesOverNext(long nowNanos) {
        boolean passesOver = index < Math.round(wanted * ownFramesForOne);
        if (passesOver) {
            index++;
        }
        return passesOver;
    }

    @Override
    public Duration untilDue(long nowNanos) {
        if (wanted == 0) {
            startNanos = nowNanos;
        }
        long dueNanos = startNanos + Math.round(sinceLastStart * 1e9 / framesPerSecond);
        if (nowNanos - dueNanos > MOST_BEHIND_NANOS) {
            startNanos = nowNanos;
            dueNanos = nowNanos;
            sinceLastStart = 0;
        }
        index++;
        wanted++;
        sinceLastStart++;
        return Duration.ofNanos(Math.max(0, dueNanos - nowNanos));
    }
}
