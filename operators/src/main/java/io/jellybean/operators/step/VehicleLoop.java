package io.jellybean.operators.step;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.GlobalTrack;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole vehicle-tracking workflow in one thread: detect, embed and associate where the workflow has them, and track. The
 * frames of a camera come in their order. Closing it closes its operators.
 */
public final class VehicleLoop implements AutoCloseable {

    private final VehicleDetector detector;
    private final @Nullable VehicleEmbedder embedder;
    private final TrackStep tracker;
    private final AssociateStep associator;
    private final Map<String, TrackerState> tracksByCamera = new HashMap<>();
    private final Map<String, Long> lastMillisByCamera = new HashMap<>();
    private AssociatorState vehicles = AssociatorState.initial();

    /**
     * What came of a frame.
     *
     * @param decided tracks, of any camera, whose vehicle has just become known; none in a workflow that embeds nothing
     */
    public record Outcome(DetectedFrame detected, TrackedFrame tracked, List<GlobalTrack> decided) {}

    /**
     * @param detector the variant that detects
     * @param embedder the variant that embeds; null for a workflow that follows each camera by itself
     */
    public VehicleLoop(Networks networks, String detector, @Nullable String embedder) {
        this.detector = embedder == null
                ? ServedOperators.detector(networks, detector)
                : ServedOperators.croppingDetector(networks, detector);
        this.embedder = embedder == null ? null : ServedOperators.embedder(networks, embedder);
        this.tracker = new TrackStep(this.detector.manifest().labels());
        this.associator = new AssociateStep();
    }

    /**
     * Takes a frame through the workflow.
     *
     * @throws RejectedFrameException if it cannot be used; the next one can be tried
     */
    public Outcome next(Frame frame) throws RejectedFrameException {
        CroppedFrame cropped = VehicleSteps.detect(detector, frame);
        DetectedFrame detected = cropped.detected();
        List<float[]> embeddings = embedder == null ? List.of() : VehicleSteps.embed(embedder, cropped);
        TrackStep.Followed followed = follow(detected, embeddings);
        return new Outcome(detected, followed.tracked(), associate(detected, followed.sightings()));
    }

    /** Decides what is still open when no more frames come. */
    public List<GlobalTrack> end() {
        return embedder == null ? List.of() : associator.end(vehicles).decided();
    }

    @Override
    public void close() {
        detector.close();
        if (embedder != null) {
            embedder.close();
        }
    }

    private TrackStep.Followed follow(DetectedFrame detected, List<float[]> embeddings) {
        String camera = detected.camera();
        TrackStep.Followed followed = tracker.follow(
                tracksByCamera.getOrDefault(camera, TrackerState.initial()),
                lastMillisByCamera.getOrDefault(camera, detected.capturedAtMillis()),
                detected,
                embeddings);
        tracksByCamera.put(camera, followed.next());
        lastMillisByCamera.put(camera, detected.capturedAtMillis());
        return followed;
    }

    private List<GlobalTrack> associate(DetectedFrame detected, List<TrackSighting> sightings) {
        if (embedder == null) {
            return List.of();
        }
        AssociatorStep step = associator.associate(vehicles, detected.capturedAtMillis(), sightings);
        vehicles = step.next();
        return step.decided();
    }
}
