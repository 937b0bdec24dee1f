package io.jellybean.domain.result;

/**
 * A vehicle that the detector saw; the box is in pixels of the frame.
 *
 * @param label the class, such as {@code car}
 * @param score the detector's confidence, 0..1
 */
public record DetectedVehicle(String label, float score, float left, float top, float width, float height) {}
