package io.jellybean.cli.feed;

import java.time.Duration;

/** All frames of a camera, at once. */
final class EveryFrame implements Pace {

    @Override
    public boolean passesOverNext(long nowNanos) {
        return false;
    }

    @Override
    public Duration untilDue(long nowNanos) {
        return Duration.ZERO;
    }
}
