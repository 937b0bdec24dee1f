package io.jellybean.operators.vision;

/**
 * What a JPEG says of itself before its pixels.
 *
 * @param width in pixels, 1..65535
 * @param height in pixels, 1..65535
 * @param components 1 (grey) or 3 (colour)
 */
public record JpegHeader(int width, int height, int components) {

    /** Width times height; up to 2^32, therefore a long. */
    public long pixels() {
        return (long) width * height;
    }
}
