package io.jellybean.cli.demo;

import io.jellybean.cli.deploy.Placements;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import java.util.List;

/**
 * What went in and what came out.
 *
 * @param sent the frames, each with the moment it was captured
 * @param restarts how often the job failed and started again while it was fed
 */
record DemoRun(
        StreetRecording recording,
        List<SentFrame> sent,
        List<Received<DetectedFrame>> detections,
        List<Received<TrackedFrame>> tracks,
        List<Received<RejectedFrame>> rejections,
        Placements placements,
        long restarts) {

    long goodFramesSent() {
        return sent.stream().filter(frame -> !frame.frame().isBad()).count();
    }

    long badFramesSent() {
        return sent.size() - goodFramesSent();
    }

    /**
     * A frame that the broker has.
     *
     * @param capturedAtMillis milliseconds since 1970 UTC
     */
    record SentFrame(TimedFrame frame, long capturedAtMillis) {}
}
