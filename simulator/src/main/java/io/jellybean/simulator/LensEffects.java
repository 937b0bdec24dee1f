package io.jellybean.simulator;

import java.util.Arrays;

/** What camera and weather do to the picture: blur, brightness, colour cast and the sensor's noise. Immutable. */
final class LensEffects {
    private static final int NOISE_LENGTH = 1 << 14;

    private final Daylight light;
    private final boolean blurred;
    private final byte[] noise = new byte[NOISE_LENGTH];
    private final long seed;

    LensEffects(Daylight light, boolean blurred, long seed, int camera) {
        this.light = light;
        this.blurred = blurred;
        Draws draws = Draws.of(seed, "noise", camera);
        this.seed = draws.nextLong();
        for (int i = 0; i < NOISE_LENGTH; i++) {
            noise[i] = (byte) Math.round(draws.normal() * light.noise());
        }
    }

    void apply(Canvas canvas, double brightness, long frameNumber) {
        if (blurred) {
            blur(canvas);
        }
        int[] reds = curve(brightness * (1.0 + light.warmth()));
        int[] greens = curve(brightness);
        int[] blues = curve(brightness * (1.0 - light.warmth()));
        Draws draws = Draws.of(seed, "frame", frameNumber);
        int[] rgb = canvas.rgb;
        for (int y = 0; y < canvas.height; y++) {
            int shift = draws.below(NOISE_LENGTH);
            int row = y * canvas.width;
            for (int x = 0; x < canvas.width; x++) {
                int grey = noise[shift + x & NOISE_LENGTH - 1];
                int pixel = rgb[row + x];
                rgb[row + x] = Rgb.of(
                        reds[Rgb.red(pixel)] + grey, greens[Rgb.green(pixel)] + grey, blues[Rgb.blue(pixel)] + grey);
            }
        }
    }

    private static int[] curve(double gain) {
        int[] curve = new int[256];
        for (int i = 0; i < 256; i++) {
            curve[i] = (int) Math.min(255.0, i * gain + 0.5);
        }
        return curve;
    }

    /** The kernel 1 2 1 along rows, then along columns; red and blue share an int while they are added. */
    private static void blur(Canvas canvas) {
        int width = canvas.width;
        int[] rgb = canvas.rgb;
        for (int y = 0; y < canvas.height; y++) {
            int row = y * width;
            int before = rgb[row];
            for (int x = 1; x + 1 < width; x++) {
                int here = rgb[row + x];
                rgb[row + x] = weighted(before, here, rgb[row + x + 1]);
                before = here;
            }
        }
        int[] above = Arrays.copyOf(rgb, width);
        for (int y = 1; y + 1 < canvas.height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                int here = rgb[row + x];
                rgb[row + x] = weighted(above[x], here, rgb[row + width + x]);
                above[x] = here;
            }
        }
    }

    private static int weighted(int before, int here, int after) {
        int redBlue = (((before & 0xFF00FF) + 2 * (here & 0xFF00FF) + (after & 0xFF00FF) + 0x020002) >>> 2) & 0xFF00FF;
        int green = (((before & 0x00FF00) + 2 * (here & 0x00FF00) + (after & 0x00FF00) + 0x000200) >>> 2) & 0x00FF00;
        return redBlue | green;
    }
}
