package io.jellybean.simulator;

/** Arithmetic on colours packed as 0xRRGGBB. */
final class Rgb {
    private Rgb() {}

    static int of(int red, int green, int blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    static int blue(int rgb) {
        return rgb & 0xFF;
    }

    /** The colour brighter (factor above 1) or darker. */
    static int scaled(int rgb, double factor) {
        return of((int) (red(rgb) * factor), (int) (green(rgb) * factor), (int) (blue(rgb) * factor));
    }

    /** The colour with each channel moved by up to {@code most} either way. */
    static int varied(int rgb, int most, Draws draws) {
        return of(
                red(rgb) + (int) draws.between(-most, most),
                green(rgb) + (int) draws.between(-most, most),
                blue(rgb) + (int) draws.between(-most, most));
    }

    /** {@code share} of the upper colour over the rest of the lower one; share in 0..1. */
    static int blended(int lower, int upper, double share) {
        int weight = (int) (share * 256.0 + 0.5);
        int rest = 256 - weight;
        int redBlue = ((lower & 0xFF00FF) * rest + (upper & 0xFF00FF) * weight) >>> 8 & 0xFF00FF;
        int green = ((lower & 0x00FF00) * rest + (upper & 0x00FF00) * weight) >>> 8 & 0x00FF00;
        return redBlue | green;
    }

    private static int clamp(int channel) {
        return Math.max(0, Math.min(255, channel));
    }
}
