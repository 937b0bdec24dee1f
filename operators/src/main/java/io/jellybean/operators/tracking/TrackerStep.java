package io.jellybean.operators.tracking;

import java.util.List;

/**
 * What one frame changed.
 *
 * @param next the state for the next frame
 * @param tracked the confirmed vehicles that this frame shows, in the order of their ids
 */
public record TrackerStep(TrackerState next, List<TrackedBox> tracked) {
    public TrackerStep {
        tracked = List.copyOf(tracked);
    }
}
