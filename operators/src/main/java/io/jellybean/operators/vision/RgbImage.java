package io.jellybean.operators.vision;

import java.util.Arrays;

/**
 * A decoded picture, of which possibly only every k-th pixel of every k-th row was kept. It lends its pixels: they are
 * valid until the decoder that made it decodes again, and must not be written.
 */
public final class RgbImage {

    private final byte[] rgb;
    private final int width;
    private final int height;
    private final Sampling sampling;

    /**
     * A picture over lent pixels.
     *
     * @param rgb {@code uint8 [height, width, 3]}, red first, row by row; may be longer than needed
     * @param sampling how the picture came from its frame
     */
    public RgbImage(byte[] rgb, Sampling sampling) {
        this.rgb = rgb;
        this.width = sampling.width();
        this.height = sampling.height();
        this.sampling = sampling;
        if (rgb.length < 3L * width * height) {
            throw new IllegalArgumentException("image: %d x %d pixels need %d bytes, but there are %d"
                    .formatted(width, height, 3L * width * height, rgb.length));
        }
    }

    /** {@code uint8 [height, width, 3]}, red first; lent, not to be written. */
    byte[] rgb() {
        return rgb;
    }

    /** A picture with pixels of its own, which stay. */
    RgbImage copy() {
        return new RgbImage(Arrays.copyOf(rgb, 3 * width * height), sampling);
    }

    /** What a decoder gives that samples its frame like this; of a picture that holds every pixel. */
    RgbImage sampled(Sampling coarser) {
        if (coarser.equals(sampling)) {
            return this;
        }
        byte[] kept = new byte[3 * coarser.width() * coarser.height()];
        int to = 0;
        for (int y = 0; y < height; y += coarser.step()) {
            for (int x = 0; x < width; x += coarser.step()) {
                int from = 3 * (y * width + x);
                kept[to++] = rgb[from];
                kept[to++] = rgb[from + 1];
                kept[to++] = rgb[from + 2];
            }
        }
        return new RgbImage(kept, coarser);
    }

    /** In pixels, after sampling. */
    public int width() {
        return width;
    }

    /** In pixels, after sampling. */
    public int height() {
        return height;
    }

    /** How the picture came from its frame. */
    public Sampling sampling() {
        return sampling;
    }

    /** One channel (0 red, 1 green, 2 blue) of one pixel, 0..255. */
    public int channel(int x, int y, int channel) {
        return rgb[3 * (y * width + x) + channel] & 0xFF;
    }
}
