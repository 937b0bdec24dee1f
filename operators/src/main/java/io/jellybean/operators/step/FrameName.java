package io.jellybean.operators.step;

/**
 * What a frame is known by.
 *
 * @param number from 0, without gaps for each camera
 * @param capturedAtMillis when the camera took the frame, milliseconds since 1970 UTC
 */
public record FrameName(String camera, long number, long capturedAtMillis) {}
