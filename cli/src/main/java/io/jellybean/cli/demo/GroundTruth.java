package io.jellybean.cli.demo;

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
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.VehicleBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares results with what the street knows to be in the frames; a frame whose result is missing counts as empty. */
final class GroundTruth {

    private final DemoRun run;

    GroundTruth(DemoRun run) {
        this.run = run;
    }

    /** The AP50 of the detections, 0..1, all classes as one. */
    double ap50() {
        Map<FrameKey, DetectedFrame> seenByFrame = new HashMap<>();
        run.detections()
                .forEach(received -> seenByFrame.put(
                        new FrameKey(
                                received.result().camera(), received.result().capturedAtMillis()),
                        received.result()));
        List<DetectionFrame> frames = new ArrayList<>();
        for (DemoRun.SentFrame sent : goodFrames()) {
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
                    recorded(sent).truth().stream().map(GroundTruth::box).toList(), detections));
        }
        return AveragePrecision.at50(frames);
    }

    /** How well the tracks keep their vehicles; each camera is a sequence of its own. */
    TrackingScore tracking() {
        Map<FrameKey, TrackedFrame> trackedByFrame = new HashMap<>();
        run.tracks()
                .forEach(received -> trackedByFrame.put(
                        new FrameKey(
                                received.result().camera(), received.result().capturedAtMillis()),
                        received.result()));
        List<TrackingSequence> sequences = new ArrayList<>();
        for (String camera : run.recording().cameras()) {
            sequences.add(new TrackingSequence(goodFrames().stream()
                    .filter(sent -> sent.frame().camera().equals(camera))
                    .map(sent -> frame(recorded(sent), trackedByFrame.get(FrameKey.of(sent))))
                    .toList()));
        }
        return TrackingScore.of(sequences);
    }

    private List<DemoRun.SentFrame> goodFrames() {
        return run.sent().stream().filter(sent -> !sent.frame().isBad()).toList();
    }

    private CameraFrame recorded(DemoRun.SentFrame sent) {
        return run.recording().frames(sent.frame().camera()).get(sent.frame().recording());
    }

    private static TrackingFrame frame(CameraFrame recorded, @Nullable TrackedFrame tracked) {
        List<IdentifiedBox> truth = recorded.truth().stream()
                .map(vehicle -> new IdentifiedBox(vehicle.vehicleId(), box(vehicle)))
                .toList();
        List<IdentifiedBox> boxes = tracked == null
                ? List.of()
                : tracked.vehicles().stream()
                        .map(vehicle -> new IdentifiedBox(
                                vehicle.trackId(),
                                new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height())))
                        .toList();
        return new TrackingFrame(truth, boxes);
    }

    private static Box box(VehicleBox vehicle) {
        return new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height());
    }

    /** A frame is known by its camera and the moment of its capture: ingest numbers bad frames, too. */
    private record FrameKey(String camera, long capturedAtMillis) {
        static FrameKey of(DemoRun.SentFrame sent) {
            return new FrameKey(sent.frame().camera(), sent.capturedAtMillis());
        }
    }
}
