package io.jellybean.operators.vision;

/**
 * How large a JPEG may be; whatever is larger is rejected before it is decoded.
 *
 * @param maxBytes of the compressed picture, 1 or more
 * @param maxPixels width times height as the header claims them, 1 or more
 */
public record JpegLimits(int maxBytes, int maxPixels) {
    public JpegLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("JPEG limits: maxBytes and maxPixels must be >= 1, but were %d and %d"
                    .formatted(maxBytes, maxPixels));
        }
    }

    /** 2 MB and 4096 x 2304 pixels: a 4K camera fits. */
    public static JpegLimits defaults() {
        return new JpegLimits(2_000_000, 4096 * 2304);
    }
}
