package io.jellybean.operators.vision;

/**
 * A part of a sampled picture in whole pixels, never empty.
 *
 * @param left first column
 * @param top first row
 * @param width columns, 1 or more
 * @param height rows, 1 or more
 */
record PixelArea(int left, int top, int width, int height) {

    /** All kept pixels that a box touches; the nearest one if it touches none or lies outside the picture. */
    static PixelArea touchedBy(Box box, Sampling sampling) {
        double step = sampling.step();
        int left = within(Math.floor(box.left() / step), 0, sampling.width() - 1);
        int top = within(Math.floor(box.top() / step), 0, sampling.height() - 1);
        int right = within(Math.ceil(box.right() / step), left + 1, sampling.width());
        int bottom = within(Math.ceil(box.bottom() / step), top + 1, sampling.height());
        return new PixelArea(left, top, right - left, bottom - top);
    }

    private static int within(double value, int least, int most) {
        return (int) Math.min(Math.max(value, least), most);
    }
}
