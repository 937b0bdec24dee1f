package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A camera's tracker that is shown one frame after the other. */
final class Scene {

    static final double FRAME_SECONDS = 0.1;

    private final VehicleTracker tracker;
    private TrackerState state = TrackerState.initial();
    private final List<TrackedBox> everTracked = new ArrayList<>();

    Scene(TrackerSettings settings) {
        this.tracker = new VehicleTracker(settings);
    }

    /** A 40 x 20 vehicle that is clearly seen around a centre. */
    static Detection vehicle(double centreX, double centreY) {
        return vehicle(centreX, centreY, 0.9f);
    }

    static Detection vehicle(double centreX, double centreY, float score) {
        return new Detection(Box.around(centreX, centreY, 40, 20), 0, score);
    }

    /** A vehicle whose look is a direction in the plane. */
    static SeenVehicle looking(double degrees, Detection detection) {
        double radians = Math.toRadians(degrees);
        return new SeenVehicle(detection, new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
    }

    List<TrackedBox> showSeen(SeenVehicle... vehicles) {
        return took(tracker.stepSeen(state, List.of(vehicles), FRAME_SECONDS));
    }

    List<TrackedBox> show(Detection... detections) {
        return showAfter(FRAME_SECONDS, detections);
    }

    List<TrackedBox> showAfter(double seconds, Detection... detections) {
        return took(tracker.step(state, List.of(detections), seconds));
    }

    private List<TrackedBox> took(TrackerStep step) {
        state = step.next();
        everTracked.addAll(step.tracked());
        return step.tracked();
    }

    TrackerState state() {
        return state;
    }

    Set<Long> idsSoFar() {
        return everTracked.stream().map(TrackedBox::trackId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The id of the track that is nearest to a place. */
    static long idAt(List<TrackedBox> tracked, double centreX, double centreY) {
        return tracked.stream()
                .filter(box ->
                        Math.hypot(box.box().centreX() - centreX, box.box().centreY() - centreY) < 15)
                .map(TrackedBox::trackId)
                .findFirst()
                .orElse(-1L);
    }
}
