package io.jellybean.operators.tracking;

import java.util.List;

/**
 * Everything a tracker remembers of one camera, as plain data: keep it, and hand it to the next step.
 *
 * @param nextTrackId the next vehicle's number, from 1
 * @param tracks the vehicles that are followed
 */
public record TrackerState(long nextTrackId, List<TrackState> tracks) {
    public TrackerState {
        if (nextTrackId < 1) {
            throw new IllegalArgumentException("tracker: nextTrackId must be >= 1, but was %d".formatted(nextTrackId));
        }
        tracks = List.copyOf(tracks);
    }

    /** The same with all looks forgotten, as when another network describes them from now on; motion and identities stay. */
    public TrackerState withoutAppearances() {
        return new TrackerState(
                nextTrackId, tracks.stream().map(TrackState::withoutAppearance).toList());
    }

    /** A camera that has seen nothing yet. */
    public static TrackerState initial() {
        return new TrackerState(1, List.of());
    }
}
