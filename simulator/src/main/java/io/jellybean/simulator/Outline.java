package io.jellybean.simulator;

/** A polygon on the image, in pixels: pixel i covers i .. i + 1. Fewer than three corners mean that nothing is seen. */
final class Outline {
    private static final Outline NOTHING = new Outline(new double[0], new double[0]);

    final double[] xs;
    final double[] ys;

    Outline(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    static Outline nothing() {
        return NOTHING;
    }

    static Outline rectangle(double left, double top, double right, double bottom) {
        return new Outline(new double[] {left, right, right, left}, new double[] {top, top, bottom, bottom});
    }

    /** An uneven round thing of {@code corners} corners, such as a tree's crown. */
    static Outline blob(double x, double y, double radius, int corners, Draws draws) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2.0 * StrictMath.PI * i / corners;
            double reach = radius * draws.between(0.75, 1.1);
            xs[i] = x + reach * StrictMath.cos(angle);
            ys[i] = y + reach * StrictMath.sin(angle);
        }
        return new Outline(xs, ys);
    }

    boolean isEmpty() {
        return xs.length < 3;
    }
}
