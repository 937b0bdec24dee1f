package io.jellybean.jobs.record;

import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.operators.association.TrackSighting;
import java.util.List;

/**
 * The tracks of a frame.
 *
 * @param sightings how the followed vehicles look in it; empty if nobody associates them
 */
public record FollowedFrame(TrackedFrame tracked, List<TrackSighting> sightings, long sentAtMillis) implements Sent {

    /** The same, as if nobody knew how its vehicles look. */
    public FollowedFrame withoutSightings() {
        return new FollowedFrame(tracked, List.of(), sentAtMillis);
    }

    /** The camera that it is of. */
    public String camera() {
        return tracked.camera();
    }

    /** Milliseconds since 1970 UTC. */
    public long capturedAtMillis() {
        return tracked.capturedAtMillis();
    }
}
