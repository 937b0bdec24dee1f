package io.jellybean.simulator;

/**
 * An image under the brush: a colour (0xRRGGBB) and an owner per pixel. The owner is the number of the vehicle whose paint lies on
 * top, or {@link #NOBODY}. Not thread-safe.
 */
final class Canvas {
    /** The owner of what is no vehicle. */
    static final int NOBODY = 0;

    final int width;
    final int height;
    final int[] rgb;
    final short[] owners;
    private final PolygonScan scan;

    Canvas(int width, int height) {
        this(width, height, new int[width * height]);
    }

    /** A canvas on which the picture already stands; it takes the pixels over. */
    Canvas(int width, int height, int[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.owners = new short[width * height];
        this.scan = new PolygonScan(0, 0, width, height);
    }

    /** Paints and takes ownership of every pixel that is covered at least by half. */
    void fill(Outline outline, int colour, int owner) {
        scan.scan(outline, (y, from, to, coverage) -> {
            int row = y * width;
            for (int x = from; x < to; x++) {
                float share = coverage[x - from];
                if (share > 0.99f) {
                    rgb[row + x] = colour;
                } else if (share > 0.01f) {
                    rgb[row + x] = Rgb.blended(rgb[row + x], colour, share);
                }
                if (share >= 0.5f) {
                    owners[row + x] = (short) owner;
                }
            }
        });
    }

    /** Lays a glaze over the outline, such as a shadow (black) or a patch; owners stay. Opacity in 0..1. */
    void glaze(Outline outline, int colour, double opacity) {
        scan.scan(outline, (y, from, to, coverage) -> {
            int row = y * width;
            for (int x = from; x < to; x++) {
                double share = coverage[x - from] * opacity;
                if (share > 0.004) {
                    rgb[row + x] = Rgb.blended(rgb[row + x], colour, Math.min(1.0, share));
                }
            }
        });
    }
}
