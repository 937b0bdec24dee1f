package io.jellybean.cli.feed;

import java.time.Duration;

/** Which frames of a stream are wanted, and when. Used by one thread. */
interface Pace {

    /** Whether the next frame of the stream is not wanted. */
    boolean passesOverNext(long nowNanos);

    /** How long to hold back the frame that is wanted; it counts as sent then. */
    Duration untilDue(long nowNanos);

    /** Frames come when they come; what comes too early for the wanted rate is passed over. No rate wants them all. */
    static Pace ofACamera(double wantedFramesPerSecond) {
        return wantedFramesPerSecond > 0 ? new ThinnedCamera(wantedFramesPerSecond) : new EveryFrame();
    }

    /**
     * Frames are there when asked for, and sent at a steady rate. Where fewer a second are wanted than were taken, frames are left
     * out, and time runs as it did; where more are wanted, it runs faster.
     *
     * @param ownFramesPerSecond 0 if not known
     * @param wantedFramesPerSecond 0 for the own rate
     */
    static Pace ofAFile(double ownFramesPerSecond, double wantedFramesPerSecond) {
        return new FilePace(ownFramesPerSecond, wantedFramesPerSecond);
    }
}
