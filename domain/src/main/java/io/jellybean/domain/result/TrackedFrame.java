package io.jellybean.domain.result;

import java.util.List;

/**
 * The vehicles that were followed in one frame of one camera; the record of the topic {@code tracks}.
 *
 * @param number the number that ingest gave the frame, from 0, without gaps for each camera
 * @param capturedAtMillis when the camera took the frame, milliseconds since 1970 UTC
 * @param frameWidth in pixels
 * @param frameHeight in pixels
 */
public record TrackedFrame(
        String camera,
        long number,
        long capturedAtMillis,
        int frameWidth,
        int frameHeight,
        List<TrackedVehicle> vehicles) {}
