package io.jellybean.operators.step;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.tracking.SeenVehicle;
import io.jellybean.operators.tracking.TrackedBox;
import io.jellybean.operators.tracking.TrackerSettings;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.tracking.TrackerStep;
import io.jellybean.operators.tracking.VehicleTracker;
import io.jellybean.operators.vision.Detection;
import java.util.ArrayList;
import java.util.List;

/** Follows the vehicles of a camera from one record of detections to the next. Immutable and thread-safe. */
public final class TrackStep {

    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final VehicleTracker tracker = new VehicleTracker(TrackerSettings.defaults());
    private final List<String> labels;

    /**
     * What came of a frame.
     *
     * @param next the tracks, for the camera's next frame
     * @param tracked the record of this frame
     * @param sightings of its vehicles that were embedded
     */
    public record Followed(TrackerState next, TrackedFrame tracked, List<TrackSighting> sightings) {}

    /**
     * @param labels the classes of the detector; the same list in the same order for the life of the state
     */
    public TrackStep(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    /**
     * Takes a camera's next frame.
     *
     * @param lastCapturedAtMillis when the frame before it was taken; its own time for the first one
     */
    public Followed follow(TrackerState state, long lastCapturedAtMillis, DetectedFrame frame) {
        return follow(state, lastCapturedAtMillis, frame, List.of());
    }

    /**
     * Takes a camera's next frame, whose vehicles were embedded.
     *
     * @param embeddings one for each vehicle of the frame, in their order; empty if they were not embedded
     */
    public Followed follow(
            TrackerState state, long lastCapturedAtMillis, DetectedFrame frame, List<float[]> embeddings) {
        List<Detection> detections = ResultRecords.detections(frame, labels);
        List<SeenVehicle> seen = new ArrayList<>(detections.size());
        for (int i = 0; i < detections.size(); i++) {
            seen.add(
                    embeddings.isEmpty()
                            ? SeenVehicle.of(detections.get(i))
                            : new SeenVehicle(detections.get(i), embeddings.get(i)));
        }
        // A camera's clock may be set back; time never is.
        long elapsedMillis = Math.max(0, frame.capturedAtMillis() - lastCapturedAtMillis);
        TrackerStep step = tracker.stepSeen(state, seen, elapsedMillis / MILLIS_PER_SECOND);
        return new Followed(
                step.next(),
                ResultRecords.tracked(frame, step.tracked(), labels),
                sightings(frame.camera(), step.tracked()));
    }

    private static List<TrackSighting> sightings(String camera, List<TrackedBox> tracked) {
        return tracked.stream()
                .filter(box -> box.seen().embedding().length > 0)
                .map(box -> new TrackSighting(camera, box.trackId(), box.seen().embedding()))
                .toList();
    }
}
