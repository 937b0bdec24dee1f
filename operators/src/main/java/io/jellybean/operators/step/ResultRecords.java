package io.jellybean.operators.step;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.operators.tracking.TrackedBox;
import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.Detection;
import java.util.List;

/** Between what operators compute with and what travels and is written: class indices here, their names there. */
public final class ResultRecords {

    private ResultRecords() {}

    /** What travels of a frame that was looked at. */
    public static DetectedFrame detected(
            FrameName frame, io.jellybean.operators.vision.DetectedFrame seen, List<String> labels) {
        List<DetectedVehicle> vehicles = seen.detections().stream()
                .map(detection -> vehicle(detection, labels))
                .toList();
        return new DetectedFrame(
                frame.camera(),
                frame.number(),
                frame.capturedAtMillis(),
                seen.frameWidth(),
                seen.frameHeight(),
                vehicles);
    }

    /**
     * What the tracker takes.
     *
     * @throws IllegalArgumentException if a class is not among the labels
     */
    public static List<Detection> detections(DetectedFrame frame, List<String> labels) {
        return frame.vehicles().stream()
                .map(vehicle -> new Detection(
                        new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height()),
                        labels.indexOf(vehicle.label()),
                        vehicle.score()))
                .toList();
    }

    /** What is written of a frame whose vehicles were followed. */
    public static TrackedFrame tracked(DetectedFrame frame, List<TrackedBox> boxes, List<String> labels) {
        List<TrackedVehicle> vehicles =
                boxes.stream().map(box -> vehicle(box, labels)).toList();
        return new TrackedFrame(
                frame.camera(),
                frame.number(),
                frame.capturedAtMillis(),
                frame.frameWidth(),
                frame.frameHeight(),
                vehicles);
    }

    private static DetectedVehicle vehicle(Detection detection, List<String> labels) {
        Box box = detection.box();
        return new DetectedVehicle(
                labels.get(detection.label()),
                detection.score(),
                (float) box.left(),
                (float) box.top(),
                (float) box.width(),
                (float) box.height());
    }

    private static TrackedVehicle vehicle(TrackedBox tracked, List<String> labels) {
        Box box = tracked.box();
        return new TrackedVehicle(
                tracked.trackId(),
                labels.get(tracked.label()),
                tracked.score(),
                (float) box.left(),
                (float) box.top(),
                (float) box.width(),
                (float) box.height());
    }
}
