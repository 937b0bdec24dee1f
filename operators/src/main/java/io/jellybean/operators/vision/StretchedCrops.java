package io.jellybean.operators.vision;

import io.jellybean.domain.model.ImageInput;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Cuts boxes out of a picture and stretches each to a network's input: {@code uint8 [batch, height, width, 3]}, RGB,
 * 0..255. A crop goes from the picture straight into one direct buffer, which is used again and again; one instance per
 * thread.
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
     * Draws crops into {@link #tensor}, in the order of their boxes.
     *
     * @param boxes in pixels of the frame; what lies outside of it is left out
     */
    public void draw(RgbImage image, List<Box> boxes) {
        if (boxes.size() > mostCrops) {
            throw new IllegalArgumentException(
                    "crops: there must be at most %d boxes at a time, but were %d".formatted(mostCrops, boxes.size()));
        }
        for (int i = 0; i < boxes.size(); i++) {
            draw(image, PixelArea.touchedBy(boxes.get(i), image.sampling()), i * bytesPerCrop());
        }
    }

    /** {@code uint8 [mostCrops, height, width, 3]}, direct; its content changes with the next {@link #draw}. */
    public ByteBuffer tensor() {
        return tensor;
    }

    /** Vehicles differ in size from box to box, and the weights of a pair of sizes cost less than a row of pixels. */
    private void draw(RgbImage image, PixelArea area, int offset) {
        int fromStride = 3 * image.width();
        int from = area.top() * fromStride + 3 * area.left();
        new BilinearResize(area.width(), area.height(), inputWidth, inputHeight)
                .resize(image.rgb(), from, fromStride, tensor, offset, 3 * inputWidth);
    }

    private int bytesPerCrop() {
        return Math.multiplyExact(3 * inputWidth, inputHeight);
    }
}
