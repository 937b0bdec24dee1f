package io.jellybean.cli.evaluate;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.GlobalTrack;
import io.jellybean.operators.scoring.IdentifiedBox;
import io.jellybean.operators.scoring.TrackingFrame;
import io.jellybean.operators.scoring.TrackingSequence;
import io.jellybean.operators.step.AssociateStep;
import io.jellybean.operators.step.TrackStep;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.vision.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a tracker and an associator make of a street. */
final class FollowedStreet {

    private final LabelledStreet street;
    private final List<TrackedFrame> tracks = new ArrayList<>();
    private final VehicleIdentities identities;

    /**
     * @param labels the classes of the detector
     * @param detections in the order of the street's frames
     * @param embeddings for each frame one for each detection; empty if there is no embedder, then nothing is associated
     */
    FollowedStreet(
            LabelledStreet street,
            List<String> labels,
            List<DetectedFrame> detections,
            List<List<float[]>> embeddings) {
        this.street = street;
        this.identities = new VehicleIdentities(street.cameras());
        TrackStep tracker = new TrackStep(labels);
        AssociateStep associator = new AssociateStep();
        Map<String, TrackerState> stateByCamera = new HashMap<>();
        Map<String, Long> lastMillisByCamera = new HashMap<>();
        AssociatorState vehicles = AssociatorState.initial();
        for (int i = 0; i < detections.size(); i++) {
            DetectedFrame frame = detections.get(i);
            TrackStep.Followed followed = tracker.follow(
                    stateByCamera.getOrDefault(frame.camera(), TrackerState.initial()),
                    lastMillisByCamera.getOrDefault(frame.camera(), frame.capturedAtMillis()),
                    frame,
                    embeddings.isEmpty() ? List.of() : embeddings.get(i));
            stateByCamera.put(frame.camera(), followed.next());
            lastMillisByCamera.put(frame.camera(), frame.capturedAtMillis());
            tracks.add(followed.tracked());
            AssociatorStep step = associator.associate(vehicles, frame.capturedAtMillis(), followed.sightings());
            note(step.decided());
            vehicles = step.next();
        }
        note(associator.end(vehicles).decided());
    }

    private void note(List<GlobalTrack> decided) {
        decided.forEach(track -> identities.note(track.cameraId(), track.trackId(), track.vehicleId()));
    }

    /** Each camera by itself, with the ids of its tracks. */
    List<TrackingSequence> byCamera() {
        return street.cameras().stream().map(camera -> sequence(camera, false)).toList();
    }

    /** All cameras as one, with the ids of vehicles. */
    TrackingSequence acrossCameras() {
        return TrackingSequence.acrossCameras(
                street.cameras().stream().map(camera -> sequence(camera, true)).toList());
    }

    private TrackingSequence sequence(String camera, boolean vehicles) {
        List<TrackingFrame> frames = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            TrackedFrame frame = tracks.get(i);
            if (frame.camera().equals(camera)) {
                frames.add(new TrackingFrame(
                        truth(street.frames().get(i)),
                        vehicles ? identities.vehicles(frame) : VehicleIdentities.tracks(frame)));
            }
        }
        return new TrackingSequence(frames);
    }

    private static List<IdentifiedBox> truth(LabelledFrame frame) {
        return frame.truth().stream()
                .map(vehicle -> new IdentifiedBox(
                        vehicle.vehicleId(), new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height())))
                .toList();
    }
}
