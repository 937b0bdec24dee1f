package io.jellybean.cli.demo;

import io.jellybean.cli.evaluate.VehicleIdentities;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.scoring.AveragePrecision;
import io.jellybean.operators.scoring.DetectionFrame;
import io.jellybean.operators.scoring.IdentifiedBox;
import io.jellybean.operators.scoring.TrackingFrame;
import io.jellybean.operators.scoring.TrackingScore;
import io.jellybean.operators.scoring.TrackingSequence;
import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.Detection;
import io.jellybean.simulator.VehicleBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares results with what the street knows to be in the frames; a frame whose result is missing counts as empty. */
final class GroundTruth {

    private final VehicleRun run;
    private final Map<FrameKey, TrackedFrame> trackedByFrame;

    GroundTruth(VehicleRun run) {
        this.run = run;
        this.trackedByFrame = byFrame(run.tracks(), result -> new FrameKey(result.camera(), result.capturedAtMillis()));
    }

    /** The AP50 of detections, 0..1, all classes as one. */
    double ap50(List<Received<DetectedFrame>> received) {
        Map<FrameKey, DetectedFrame> seenByFrame =
                byFrame(received, result -> new FrameKey(result.camera(), result.capturedAtMillis()));
        List<DetectionFrame> frames = new ArrayList<>();
        for (VehicleRun.SentFrame sent : run.goodFrames()) {
            DetectedFrame seen = seenByFrame.get(FrameKey.of(sent));
            List<Detection> detections = seen == null
                    ? List.of()
                    : seen.vehicles().stream()
                            .map(vehicle -> new Detection(
                                    new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height()),
                                    0,
                                    vehicle.score()))
                            .toList();
            frames.add(new DetectionFrame(
                    run.recorded(sent).truth().stream().map(GroundTruth::box).toList(), detections));
        }
        return AveragePrecision.at50(frames);
    }

    /** How well the tracks keep their vehicles; each camera is a sequence of its own. */
    TrackingScore tracking() {
        return TrackingScore.of(sequences(VehicleIdentities::tracks));
    }

    /** How well vehicles keep their identity from camera to camera. */
    TrackingScore acrossCameras() {
        VehicleIdentities identities = run.identities();
        return TrackingScore.of(List.of(TrackingSequence.acrossCameras(sequences(identities::vehicles))));
    }

    private List<TrackingSequence> sequences(Function<TrackedFrame, List<IdentifiedBox>> boxes) {
        return run.recording().cameras().stream()
                .map(camera -> new TrackingSequence(run.goodFrames().stream()
                        .filter(sent -> sent.frame().camera().equals(camera))
                        .map(sent -> frame(sent, boxes))
                        .toList()))
                .toList();
    }

    private TrackingFrame frame(VehicleRun.SentFrame sent, Function<TrackedFrame, List<IdentifiedBox>> boxes) {
        List<IdentifiedBox> truth = run.recorded(sent).truth().stream()
                .map(vehicle -> new IdentifiedBox(vehicle.vehicleId(), box(vehicle)))
                .toList();
        TrackedFrame tracked = trackedByFrame.get(FrameKey.of(sent));
        return new TrackingFrame(truth, tracked == null ? List.of() : boxes.apply(tracked));
    }

    private static <T> Map<FrameKey, T> byFrame(List<Received<T>> received, Function<T, FrameKey> key) {
        Map<FrameKey, T> resultByFrame = new HashMap<>();
        received.forEach(each -> resultByFrame.put(key.apply(each.result()), each.result()));
        return resultByFrame;
    }

    private static Box box(VehicleBox vehicle) {
        return new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height());
    }

    /** A frame is known by its camera and the moment of its capture: ingest numbers bad frames, too. */
    private record FrameKey(String camera, long capturedAtMillis) {
        static FrameKey of(VehicleRun.SentFrame sent) {
            return new FrameKey(sent.frame().camera(), sent.capturedAtMillis());
        }
    }
}
