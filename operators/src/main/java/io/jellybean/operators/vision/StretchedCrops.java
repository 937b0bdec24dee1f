package io.jellybean.operators.vision;

import io.jellybean.domain.model.ImageInput;
import java.nio.ByteBuffer;

/**
 * Stretches pictures to a network's input: {@code uint8 [batch, height, width, 3]}, RGB, 0..255. They go straight into one
 * direct buffer, which is used again and again; one instance per thread.
 */
public final class StretchedCrops {

    private final int inputWidth;
    private final int inputHeight;
    private final int mostCrops;
    private final ByteBuffer tensor;

    /** Crops for a network's input, up to so many at a time. */
    public StretchedCrops(ImageInput input, int mostCrops) {
        if (mostCrops < 1) {
            throw new IllegalArgumentException("crops: mostCrops must be >= 1, but was %d".formatted(mostCrops));
        }
        this.inputWidth = input.width();
        this.inputHeight = input.height();
        this.mostCrops = mostCrops;
        this.tensor = ByteBuffer.allocateDirect(Math.multiplyExact(bytesPerCrop(), mostCrops));
    }

    /** The greatest batch that {@link #tensor} holds. */
    public int mostCrops() {
        return mostCrops;
    }

    /**
     * Draws a whole picture into {@link #tensor}.
     *
     * @param place in the batch, 0..{@link #mostCrops} - 1
     */
    public void draw(RgbImage image, int place) {
        if (place < 0 || place >= mostCrops) {
            throw new IllegalArgumentException(
                    "crops: place must be 0..%d, but was %d".formatted(mostCrops - 1, place));
        }
        // Vehicles differ in size from one to the next, and the weights of a pair of sizes cost less than a row of
        // pixels.
        new BilinearResize(image.width(), image.height(), inputWidth, inputHeight)
                .resize(image.rgb(), tensor, place * bytesPerCrop(), 3 * inputWidth);
    }

    /** {@code uint8 [mostCrops, height, width, 3]}, direct; its content changes with the next {@link #draw}. */
    public ByteBuffer tensor() {
        return tensor;
    }

    private int bytesPerCrop() {
        return Math.multiplyExact(3 * inputWidth, inputHeight);
    }
}
