package io.jellybean.operators.scoring;

import java.util.List;
import java.util.stream.Stream;

/**
 * The frames of one camera in their order. Ids mean something only within a sequence.
 *
 * @param frames also those in which there is nothing, though these change no score
 */
public record TrackingSequence(List<TrackingFrame> frames) {
    public TrackingSequence {
        frames = List.copyOf(frames);
    }

    /**
     * Cameras laid end to end, with ids that mean the same in all of them: the IDF1 of this one sequence is the multi-camera
     * IDF1 (Ristani et al. 2016).
     */
    public static TrackingSequence acrossCameras(List<TrackingSequence> cameras) {
        Stream<TrackingFrame> frames = cameras.stream().flatMap(camera -> camera.frames().stream());
        return new TrackingSequence(frames.toList());
    }
}
