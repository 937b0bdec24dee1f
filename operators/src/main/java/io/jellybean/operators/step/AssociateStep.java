package io.jellybean.operators.step;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.operators.association.AssociatorSettings;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.CrossCameraAssociator;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.vision.Box;
import java.util.ArrayList;
import java.util.List;

/** Tells which tracks of several cameras are of one vehicle, from one record of tracks to the next. Immutable and thread-safe. */
public final class AssociateStep {

    private static final double MILLIS_PER_SECOND = 1_000.0;

    /** Where the layout of a street is not known: from one camera to any other within two minutes. */
    private static final double LEAST_TRAVEL_SECONDS = 0.5;

    private static final double MOST_TRAVEL_SECONDS = 120;

    private final AssociatorSettings settings;
    private final CrossCameraAssociator associator;

    /**
     * @param cameras all cameras whose tracks come
     */
    public AssociateStep(List<String> cameras) {
        settings = AssociatorSettings.of(
                AssociatorSettings.betweenAll(cameras, LEAST_TRAVEL_SECONDS, MOST_TRAVEL_SECONDS));
        associator = new CrossCameraAssociator(settings);
    }

    /**
     * Takes a frame of one camera.
     *
     * @param detected the vehicles that the tracks of this frame were made of
     * @param embeddings one for each of these vehicles, in their order
     */
    public AssociatorStep associate(
            AssociatorState state, TrackedFrame tracked, DetectedFrame detected, List<float[]> embeddings) {
        List<TrackSighting> sightings = new ArrayList<>();
        for (TrackedVehicle vehicle : tracked.vehicles()) {
            int index = detectionOf(vehicle, detected.vehicles());
            if (index >= 0) {
                sightings.add(new TrackSighting(tracked.camera(), vehicle.trackId(), embeddings.get(index)));
            }
        }
        return associator.step(state, sightings, tracked.capturedAtMillis() / MILLIS_PER_SECOND);
    }

    /** Decides what is still open when no more frames come. */
    public AssociatorStep end(AssociatorState state) {
        double now = Double.isFinite(state.nowSeconds()) ? state.nowSeconds() : 0;
        return associator.step(state, List.of(), now + settings.endSeconds() + settings.roundSeconds() + 1);
    }

    /** A track's box is smoothed, but its score is that of its detection; among equals the nearest box is meant. */
    private static int detectionOf(TrackedVehicle tracked, List<DetectedVehicle> detected) {
        int best = -1;
        double bestIou = -1;
        for (int i = 0; i < detected.size(); i++) {
            DetectedVehicle seen = detected.get(i);
            double iou = box(tracked).iou(new Box(seen.left(), seen.top(), seen.width(), seen.height()));
            if (seen.score() == tracked.score() && iou > bestIou) {
                best = i;
                bestIou = iou;
            }
        }
        return best;
    }

    private static Box box(TrackedVehicle vehicle) {
        return new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height());
    }
}
