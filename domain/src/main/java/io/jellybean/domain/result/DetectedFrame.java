package io.jellybean.domain.result;

import java.util.List;

/**
 * The vehicles that the detector saw in one frame; the record of the topic {@code detections}. There is exactly one for
 * every numbered frame, whichever worker looked at it; that of a rejected frame travels to the tracker, not to the topic.
 *
 * @param number the number that ingest gave the frame, from 0, without gaps for each camera
 * @param capturedAtMillis when the camera took the frame, milliseconds since 1970 UTC
 * @param frameWidth in pixels; 0 if the frame was rejected
 * @param frameHeight in pixels; 0 if the frame was rejected
 */
public record DetectedFrame(
        String camera,
        long number,
        long capturedAtMillis,
        int frameWidth,
        int frameHeight,
        List<DetectedVehicle> vehicles) {

    /** The record of a frame that could not be looked at. */
    public static DetectedFrame rejected(String camera, long number, long capturedAtMillis) {
        return new DetectedFrame(camera, number, capturedAtMillis, 0, 0, List.of());
    }

    /** Whether the frame could not be looked at. */
    public boolean wasRejected() {
        return frameWidth == 0;
    }
}
