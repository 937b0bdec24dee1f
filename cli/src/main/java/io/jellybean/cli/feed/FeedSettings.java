package io.jellybean.cli.feed;

import java.time.Duration;

/**
 * How cameras are fed.
 *
 * @param framesPerSecond of each camera; 0 for each camera's own rate
 * @param loop whether a file that has ended begins again
 * @param framesPerCamera after so many a camera is done
 * @param firstPause before a camera that failed is tried again; doubles with each failure in a row
 * @param longestPause the pauses grow no longer
 */
record FeedSettings(
        double framesPerSecond, boolean loop, long framesPerCamera, Duration firstPause, Duration longestPause) {

    /** Each camera at its own rate and to its end; pauses from one second to thirty. */
    static FeedSettings defaults() {
        return new FeedSettings(0, false, Long.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    FeedSettings withFramesPerSecond(double newFramesPerSecond) {
        return new FeedSettings(newFramesPerSecond, loop, framesPerCamera, firstPause, longestPause);
    }

    FeedSettings withLoop(boolean newLoop) {
        return new FeedSettings(framesPerSecond, newLoop, framesPerCamera, firstPause, longestPause);
    }

    FeedSettings withFramesPerCamera(long newFramesPerCamera) {
        return new FeedSettings(framesPerSecond, loop, newFramesPerCamera, firstPause, longestPause);
    }

    FeedSettings withPauses(Duration newFirstPause, Duration newLongestPause) {
        return new FeedSettings(framesPerSecond, loop, framesPerCamera, newFirstPause, newLongestPause);
    }
}
