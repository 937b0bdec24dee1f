package io.jellybean.jobs.record;

import io.jellybean.operators.tracking.TrackerState;

/**
 * What the tracker keeps of one camera.
 *
 * @param nextNumber of the frame that comes next
 * @param lastCapturedAtMillis of the frame before, milliseconds since 1970 UTC
 */
public record CameraState(long nextNumber, long lastCapturedAtMillis, TrackerState tracker) {

    /** Before the first frame. */
    public static CameraState before(long number, long capturedAtMillis) {
        return new CameraState(number, capturedAtMillis, TrackerState.initial());
    }
}
