package io.jellybean.jobs.stage;

import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.operators.vision.RejectedFrameException;
import java.util.Locale;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Makes the records of the frames that one vertex refuses, and counts them in its metric {@code rejectedFrames}. */
final class Rejecter {

    private static final int LONGEST_CAMERA = 64;

    private final String vertex;
    private final Counter rejectedFrames;

    Rejecter(String vertex, MetricGroup metrics) {
        this.vertex = vertex;
        this.rejectedFrames = metrics.counter("rejectedFrames");
    }

    RejectedFrame rejected(String camera, long capturedAtMillis, long sizeBytes, RejectedFrameException why) {
        rejectedFrames.inc();
        String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new RejectedFrame(camera, capturedAtMillis, vertex, reason, String.valueOf(why.getMessage()), sizeBytes);
    }

    RejectedFrame withoutCamera(IncomingFrame frame) {
        rejectedFrames.inc();
        String key = frame.camera();
        String shown = key.length() > LONGEST_CAMERA ? key.substring(0, LONGEST_CAMERA) : key;
        return new RejectedFrame(
                shown,
                frame.capturedAtMillis(),
                vertex,
                "no-camera",
                "the record's key must be a camera, 1 to 64 of A-Z a-z 0-9 . _ -, but was \"%s\"".formatted(shown),
                frame.jpeg().length);
    }
}
