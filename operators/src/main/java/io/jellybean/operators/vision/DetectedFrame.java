package io.jellybean.operators.vision;

import java.util.List;

/**
 * What was seen in one camera frame.
 *
 * @param frameWidth of the camera's picture, in pixels
 * @param frameHeight of the camera's picture, in pixels
 * @param detections in pixels of the frame, the highest score first
 */
public record DetectedFrame(int frameWidth, int frameHeight, List<Detection> detections) {
    public DetectedFrame {
        detections = List.copyOf(detections);
    }
}
