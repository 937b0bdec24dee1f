package io.jellybean.cli.demo;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the frames: counted, each frame once. */
final class ServedFrames {

    private final VehicleRun run;
    private final Set<Frame> tracked;
    private final Set<Frame> detected;
    private final Latency latency;

    /** A frame is known by its camera and the moment of its capture. */
    private record Frame(String camera, long capturedAtMillis) {}

    ServedFrames(VehicleRun run) {
        this.run = run;
        this.tracked = frames(run.tracks(), result -> new Frame(result.camera(), result.capturedAtMillis()));
        List<Received<DetectedFrame>> detections = run.detections();
        this.detected = detections == null
                ? tracked
                : frames(detections, result -> new Frame(result.camera(), result.capturedAtMillis()));
        this.latency = Latency.of(run.tracks(), TrackedFrame::capturedAtMillis);
    }

    private static <T> Set<Frame> frames(List<Received<T>> received, Function<T, Frame> frame) {
        return received.stream().map(Received::result).map(frame).collect(Collectors.toCollection(HashSet::new));
    }

    long in() {
        return run.sent().size();
    }

    long out() {
        return tracked.size();
    }

    /** Good frames without a result on every topic. */
    long lost() {
        return (long) run.goodFrames().size() - Math.min(tracked.size(), detected.size());
    }

    /** Records that came twice. */
    long doubled() {
        List<Received<DetectedFrame>> detections = run.detections();
        long twiceDetected = detections == null ? 0 : (long) detections.size() - detected.size();
        return twiceDetected + run.tracks().size() - tracked.size();
    }

    /** Frames with results by the time from the first capture to the last result. */
    double framesPerSecond() {
        long first = run.sent().stream()
                .mapToLong(VehicleRun.SentFrame::capturedAtMillis)
                .min()
                .orElse(0);
        long last = run.tracks().stream()
                .mapToLong(Received<TrackedFrame>::writtenAtMillis)
                .max()
                .orElse(0);
        return last > first ? 1_000.0 * out() / (last - first) : 0;
    }

    Latency latency() {
        return latency;
    }
}
