package io.jellybean.operators.vision;

/**
 * One object that a network saw in one image.
 *
 * @param label the index of its class in the manifest's labels
 * @param score the network's confidence, 0..1
 */
public record Detection(Box box, int label, float score) {
    public Detection {
        if (label < 0) {
            throw new IllegalArgumentException("detection: label must be >= 0, but was %d".formatted(label));
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("detection: score must be 0..1, but was %s".formatted(score));
        }
    }
}
