package io.jellybean.operators.association;

import java.util.List;

/**
 * What one frame of one camera changed.
 *
 * @param next the state for the next frame of any camera
 * @param decided the tracks, of any camera, whose vehicle has just been decided
 * @param seen the tracks of this frame whose vehicle is known, among them those just decided
 */
public record AssociatorStep(AssociatorState next, List<GlobalTrack> decided, List<GlobalTrack> seen) {
    public AssociatorStep {
        decided = List.copyOf(decided);
        seen = List.copyOf(seen);
    }
}
