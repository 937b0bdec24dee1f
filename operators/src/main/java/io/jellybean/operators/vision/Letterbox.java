package io.jellybean.operators.vision;

import io.jellybean.domain.model.ImageInput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fits pictures into a network's input: {@code uint8 [1, height, width, 3]}, RGB, 0..255, scaled evenly and centred on
 * the manifest's grey. It writes into one direct buffer again and again; one instance per thread.
 */
public final class Letterbox {

    private final int inputWidth;
    private final int inputHeight;
    private final byte[] paddingRow;
    private final ByteBuffer tensor;
    private @Nullable LetterboxPlacement placement;
    private @Nullable BilinearResize resize;

    /** A letterbox for a network's input. */
    public Letterbox(ImageInput input) {
        this.inputWidth = input.width();
        this.inputHeight = input.height();
        this.paddingRow = new byte[3 * inputWidth];
        Arrays.fill(paddingRow, (byte) input.padding());
        this.tensor = ByteBuffer.allocateDirect(3 * inputWidth * inputHeight);
    }

    /** Draws a picture into {@link #tensor} and says where it lies. */
    public LetterboxPlacement draw(RgbImage image) {
        LetterboxPlacement drawn = prepare(image.sampling());
        int strideBytes = 3 * inputWidth;
        int offset = drawn.top() * strideBytes + 3 * drawn.left();
        if (resize != null) {
            resize.resize(image.rgb(), tensor, offset, strideBytes);
        } else {
            for (int y = 0; y < drawn.height(); y++) {
                tensor.put(offset + y * strideBytes, image.rgb(), 3 * y * drawn.width(), 3 * drawn.width());
            }
        }
        return drawn;
    }

    /** {@code uint8 [1, height, width, 3]}, direct; its content changes with the next {@link #draw}. */
    public ByteBuffer tensor() {
        return tensor;
    }

    /** A camera's frames are all of one size: padding and weights are made anew only when that changes. */
    private LetterboxPlacement prepare(Sampling sampling) {
        LetterboxPlacement last = placement;
        if (last != null && last.sampling().equals(sampling)) {
            return last;
        }
        LetterboxPlacement next = LetterboxPlacement.of(sampling, inputWidth, inputHeight);
        boolean fits = next.width() == sampling.width() && next.height() == sampling.height();
        resize = fits ? null : new BilinearResize(sampling.width(), sampling.height(), next.width(), next.height());
        for (int y = 0; y < inputHeight; y++) {
            tensor.put(y * paddingRow.length, paddingRow);
        }
        placement = next;
        return next;
    }
}
