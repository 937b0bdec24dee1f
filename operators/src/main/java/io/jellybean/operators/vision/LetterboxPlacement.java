package io.jellybean.operators.vision;

/**
 * Where a sampled frame lies within a network's input: scaled evenly to fit, centred, the rest padded.
 *
 * @param sampling how the picture came from its frame
 * @param left padding columns before the picture
 * @param top padding rows above the picture
 * @param width of the scaled picture within the input, in pixels
 * @param height of the scaled picture within the input, in pixels
 */
public record LetterboxPlacement(Sampling sampling, int left, int top, int width, int height) {

    /**
     * scale = min(w/W', h/H') for the input w x h and the sampled picture W' x H'; sizes are rounded half to even, as
     * Python rounds them in training; an odd column or row of padding goes to the right or the bottom.
     */
    public static LetterboxPlacement of(Sampling sampling, int inputWidth, int inputHeight) {
        double scale = Math.min((double) inputWidth / sampling.width(), (double) inputHeight / sampling.height());
        int width = (int) Math.max(1, Math.rint(sampling.width() * scale));
        int height = (int) Math.max(1, Math.rint(sampling.height() * scale));
        return new LetterboxPlacement(sampling, (inputWidth - width) / 2, (inputHeight - height) / 2, width, height);
    }

    /** A box in pixels of the input as a box in pixels of the frame, clipped to it; it is empty if it lay in padding. */
    public Box toFrame(Box box) {
        double perColumn = (double) sampling.width() * sampling.step() / width;
        double perRow = (double) sampling.height() * sampling.step() / height;
        return new Box(
                        (box.left() - left) * perColumn,
                        (box.top() - top) * perRow,
                        box.width() * perColumn,
                        box.height() * perRow)
                .clippedTo(sampling.frameWidth(), sampling.frameHeight());
    }
}
