package io.jellybean.jobs.record;

import java.util.List;

/**
 * The vehicles of one frame: exactly one such record for every numbered frame, whichever worker looked at it.
 *
 * @param capturedAtMillis milliseconds since 1970 UTC
 * @param frameWidth in pixels; 0 if the frame was rejected
 * @param frameHeight in pixels; 0 if the frame was rejected
 */
public record VehiclesInFrame(
        String camera,
        long number,
        long capturedAtMillis,
        int frameWidth,
        int frameHeight,
        List<DetectedVehicle> vehicles) {

    /** The record of a frame that could not be looked at. */
    public static VehiclesInFrame rejected(NumberedFrame frame) {
        return new VehiclesInFrame(frame.camera(), frame.number(), frame.capturedAtMillis(), 0, 0, List.of());
    }

    /** Whether the frame could not be looked at. */
    public boolean isRejected() {
        return frameWidth == 0;
    }
}
