package io.jellybean.jobs.stage;

import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.IncomingQuestion;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.vision.RejectedFrameException;
import java.util.Locale;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** Makes the records of what one vertex refuses, and counts them in its metric {@code rejectedRecords}. */
final class Rejecter {

    private static final int LONGEST_KEY = 64;

    private final String vertex;
    private final Counter rejectedRecords;

    Rejecter(String vertex, MetricGroup metrics) {
        this.vertex = vertex;
        this.rejectedRecords = metrics.counter("rejectedRecords");
    }

    RejectedFrame rejected(IncomingFrame frame, RejectedFrameException why) {
        return record(
                frame.camera(), frame.capturedAtMillis(), name(why.reason()), why.getMessage(), frame.jpeg().length);
    }

    RejectedFrame rejected(NumberedFrame frame, RejectedFrameException why) {
        return record(
                frame.camera(), frame.capturedAtMillis(), name(why.reason()), why.getMessage(), frame.jpeg().length);
    }

    RejectedFrame rejected(IncomingQuestion question, RejectedSpeechException why) {
        return record(
                question.request(),
                question.askedAtMillis(),
                name(why.reason()),
                why.getMessage(),
                question.content().length);
    }

    RejectedFrame withoutCamera(IncomingFrame frame) {
        String shown = shown(frame.camera());
        String message = "the record's key must be a camera, %s, but was \"%s\"".formatted(RequestKey.RULE, shown);
        return record(shown, frame.capturedAtMillis(), "no-camera", message, frame.jpeg().length);
    }

    RejectedFrame outOfOrder(IncomingFrame frame) {
        String message =
                "the frame was captured before another of its camera that came already. Maybe send the frames of a camera in the order of their capture.";
        return record(frame.camera(), frame.capturedAtMillis(), "out-of-order", message, frame.jpeg().length);
    }

    RejectedFrame withoutRequest(NumberedFrame frame) {
        String message =
                "the header \"request\" must be %s, but was \"%s\". Maybe send frames that nothing is asked about to another topic."
                        .formatted(RequestKey.RULE, shown(frame.request()));
        return record(frame.camera(), frame.capturedAtMillis(), "no-request", message, frame.jpeg().length);
    }

    RejectedFrame withoutRequest(IncomingQuestion question) {
        String shown = shown(question.request());
        String message = "the record's key must be a request, %s, but was \"%s\"".formatted(RequestKey.RULE, shown);
        return record(shown, question.askedAtMillis(), "no-request", message, question.content().length);
    }

    RejectedFrame ofBadSize(IncomingQuestion question, int mostBytes) {
        int bytes = question.content().length;
        String message = "a %s question must have 1 to %d bytes, but has %d"
                .formatted(question.isSpoken() ? "spoken" : "written", mostBytes, bytes);
        return record(question.request(), question.askedAtMillis(), bytes == 0 ? "empty" : "too-large", message, bytes);
    }

    private RejectedFrame record(String key, long millis, String reason, @Nullable String message, long sizeBytes) {
        rejectedRecords.inc();
        return new RejectedFrame(key, millis, vertex, reason, String.valueOf(message), sizeBytes);
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shown(String key) {
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }
}
