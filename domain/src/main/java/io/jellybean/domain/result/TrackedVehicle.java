package io.jellybean.domain.result;

/**
 * A vehicle in one frame.
 *
 * @param trackId the same for the same vehicle in all frames of one camera
 * @param label the class, such as {@code car}
 * @param score the detector's confidence, 0..1
 * @param left of the box, in pixels of the frame
 * @param top of the box, in pixels of the frame
 * @param width of the box, in pixels
 * @param height of the box, in pixels
 */
public record TrackedVehicle(
        long trackId, String label, float score, float left, float top, float width, float height) {}
