package io.jellybean.operators.scoring;

import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.Detection;
import java.util.List;

/**
 * One image: what is there and what a detector reported.
 *
 * @param truth in the same pixels as the detections
 * @param detections in any order, down to low scores, for the whole curve counts
 */
public record DetectionFrame(List<Box> truth, List<Detection> detections) {
    public DetectionFrame {
        truth = List.copyOf(truth);
        detections = List.copyOf(detections);
    }
}
