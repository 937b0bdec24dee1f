package io.jellybean.operators.vision;

import java.util.List;

/**
 * What was seen in one camera frame.
 *
 * @param frameWidth of the camera's picture, in pixels
 * @param frameHeight of the camera's picture, in pixels
 * @param detections in pixels of the frame, the highest score first
 * @param crops for each detection its picture, a JPEG, see {@link CropEncoder}; empty if the detector cuts none
 */
public record DetectedFrame(int frameWidth, int frameHeight, List<Detection> detections, List<byte[]> crops) {
    public DetectedFrame {
        detections = List.copyOf(detections);
        crops = List.copyOf(crops);
    }
}
