package io.jellybean.operators.vision;

/**
 * Which boxes of a network's output are kept.
 *
 * @param scoreThreshold 0..1; boxes below are dropped; low values are for measuring accuracy
 * @param iouThreshold 0..1; of two boxes that overlap more, the one with the lower score is dropped
 * @param maxCandidates the best boxes that are compared with each other, 1 or more
 * @param maxDetections the best boxes that are returned, 1 or more
 * @param crops whether the vehicles are cut out for what comes next
 */
public record DetectionSettings(
        float scoreThreshold, double iouThreshold, int maxCandidates, int maxDetections, boolean crops) {
    public DetectionSettings {
        if (!(scoreThreshold >= 0 && scoreThreshold <= 1) || !(iouThreshold >= 0 && iouThreshold <= 1)) {
            throw new IllegalArgumentException(
                    "detection settings: scoreThreshold and iouThreshold must be 0..1, but were %s and %s"
                            .formatted(scoreThreshold, iouThreshold));
        }
        if (maxCandidates < 1 || maxDetections < 1) {
            throw new IllegalArgumentException(
                    "detection settings: maxCandidates and maxDetections must be >= 1, but were %d and %d"
                            .formatted(maxCandidates, maxDetections));
        }
    }

    /** Scores from .25, overlaps up to .55, 100 detections out of 1,000 candidates, no crops. */
    public static DetectionSettings defaults() {
        return new DetectionSettings(0.25f, 0.55, 1_000, 100, false);
    }

    /** The same with another score threshold. */
    public DetectionSettings withScoreThreshold(float threshold) {
        return new DetectionSettings(threshold, iouThreshold, maxCandidates, maxDetections, crops);
    }

    /** The same, and every vehicle is cut out. */
    public DetectionSettings withCrops() {
        return new DetectionSettings(scoreThreshold, iouThreshold, maxCandidates, maxDetections, true);
    }

    /** The same with another overlap threshold. */
    public DetectionSettings withIouThreshold(double threshold) {
        return new DetectionSettings(scoreThreshold, threshold, maxCandidates, maxDetections, crops);
    }
}
