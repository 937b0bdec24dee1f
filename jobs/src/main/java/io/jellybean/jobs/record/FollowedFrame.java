package io.jellybean.jobs.record;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import java.util.List;

/**
 * The tracks of a frame, and what they were made of.
 *
 * @param embeddings for each detected vehicle, in their order; empty if nobody associates them
 */
public record FollowedFrame(TrackedFrame tracked, DetectedFrame detected, List<float[]> embeddings) {

    /** The camera that it is of. */
    public String camera() {
        return tracked.camera();
    }
}
