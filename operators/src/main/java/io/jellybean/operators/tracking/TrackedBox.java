package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Box;

/**
 * Where a followed vehicle is in one frame.
 *
 * @param trackId unique for its camera, from 1
 * @param box in pixels of the frame, smoothed by the motion estimate
 * @param label the class of the best detection so far
 * @param seen what this frame shows of it
 */
public record TrackedBox(long trackId, Box box, int label, SeenVehicle seen) {

    /** Of this frame's detection, 0..1. */
    public float score() {
        return seen.detection().score();
    }
}
