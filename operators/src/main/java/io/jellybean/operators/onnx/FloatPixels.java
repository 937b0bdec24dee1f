package io.jellybean.operators.onnx;

import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.Normalisation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Pixels as networks of floats want them: from {@code uint8 [batch, height, width, 3]} to
 * {@code float32 [batch, 3, height, width]}, normalised. It reuses its buffer: one instance per thread.
 */
final class FloatPixels {

    private static final int CHANNELS = 3;
    private static final int LEVELS = 256;

    private final int pixels;
    private final float[][] valueByLevel = new float[CHANNELS][LEVELS];
    private FloatBuffer buffer = FloatBuffer.allocate(0);

    FloatPixels(ImageInput input) {
        this.pixels = input.height() * input.width();
        Normalisation normalisation = input.normalisation();
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int level = 0; level < LEVELS; level++) {
                double scaled = level / (LEVELS - 1.0);
                valueByLevel[channel][level] =
                        (float) ((scaled - normalisation.mean().get(channel))
                                / normalisation.std().get(channel));
            }
        }
    }

    /** Valid until the next call; of exactly the batch's size. */
    FloatBuffer of(ByteBuffer images, int batch) {
        int values = Math.multiplyExact(CHANNELS * pixels, batch);
        if (buffer.limit() != values) {
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        for (int image = 0; image < batch; image++) {
            int start = CHANNELS * pixels * image;
            for (int channel = 0; channel < CHANNELS; channel++) {
                float[] values256 = valueByLevel[channel];
                int target = start + channel * pixels;
                int source = start + channel;
                for (int pixel = 0; pixel < pixels; pixel++) {
                    buffer.put(target + pixel, values256[images.get(source + CHANNELS * pixel) & 0xFF]);
                }
            }
        }
        return buffer;
    }
}
