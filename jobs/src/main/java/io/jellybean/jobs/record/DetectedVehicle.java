package io.jellybean.jobs.record;

/**
 * What a detector saw in a frame; the box is in pixels of the frame.
 *
 * @param label the class, such as {@code car}
 * @param score 0..1
 */
public record DetectedVehicle(String label, float score, double left, double top, double width, double height) {}
