package io.jellybean.operators.scoring;

import java.util.List;

/**
 * The frames of one camera in their order. Ids mean something only within a sequence.
 *
 * @param frames also those in which there is nothing, though these change no score
 */
public record TrackingSequence(List<TrackingFrame> frames) {
    public TrackingSequence {
        frames = List.copyOf(frames);
    }
}
