package io.jellybean.operators.step;

import io.jellybean.operators.association.AssociatorSettings;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.CrossCameraAssociator;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.association.TravelTimes;
import java.util.List;

/** Tells which tracks of several cameras are of one vehicle, from one record of tracks to the next. Immutable and thread-safe. */
public final class AssociateStep {

    private static final double MILLIS_PER_SECOND = 1_000.0;

    /** Where the layout of a street is not known: from one view to any other in two seconds to two minutes. */
    private static final double LEAST_TRAVEL_SECONDS = 2;

    private static final double MOST_TRAVEL_SECONDS = 120;

    private final AssociatorSettings settings =
            AssociatorSettings.of(TravelTimes.betweenAny(LEAST_TRAVEL_SECONDS, MOST_TRAVEL_SECONDS));
    private final CrossCameraAssociator associator = new CrossCameraAssociator(settings);

    /**
     * Takes a frame of one camera.
     *
     * @param capturedAtMillis when it was taken, milliseconds since 1970 UTC
     * @param sightings what {@link TrackStep} made of it; none for a frame in which nothing is followed: time goes on all the same
     */
    public AssociatorStep associate(AssociatorState state, long capturedAtMillis, List<TrackSighting> sightings) {
        return associator.step(state, sightings, capturedAtMillis / MILLIS_PER_SECOND);
    }

    /** Decides what is still open when no more frames come. */
    public AssociatorStep end(AssociatorState state) {
        double now = Double.isFinite(state.nowSeconds()) ? state.nowSeconds() : 0;
        return associator.step(state, List.of(), now + settings.endSeconds() + settings.roundSeconds() + 1);
    }
}
