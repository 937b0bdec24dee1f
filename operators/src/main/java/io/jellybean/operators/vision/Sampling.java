package io.jellybean.operators.vision;

/**
 * Keeping every k-th pixel of every k-th row of a frame, beginning with the first.
 *
 * @param frameWidth of the whole picture, in pixels
 * @param frameHeight of the whole picture, in pixels
 * @param step the k, 1 or more
 */
public record Sampling(int frameWidth, int frameHeight, int step) {
    public Sampling {
        if (frameWidth < 1 || frameHeight < 1 || step < 1) {
            throw new IllegalArgumentException(
                    "sampling: frameWidth, frameHeight and step must be >= 1, but were %d, %d, %d"
                            .formatted(frameWidth, frameHeight, step));
        }
    }

    /** The coarsest sampling that a network of this input size does not have to enlarge again. */
    public static Sampling forInput(int frameWidth, int frameHeight, int inputWidth, int inputHeight) {
        int step = Math.max(1, Math.min(frameWidth / inputWidth, frameHeight / inputHeight));
        return new Sampling(frameWidth, frameHeight, step);
    }

    /** The pixels kept of a row. */
    public int width() {
        return (frameWidth + step - 1) / step;
    }

    /** The rows kept. */
    public int height() {
        return (frameHeight + step - 1) / step;
    }
}
