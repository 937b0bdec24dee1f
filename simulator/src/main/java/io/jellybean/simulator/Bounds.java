package io.jellybean.simulator;

import java.util.List;

/** A rectangle on the image, in pixels; empty where right is not beyond left or bottom not below top. */
record Bounds(double left, double top, double right, double bottom) {

    static Bounds of(List<Outline> outlines) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Outline outline : outlines) {
            for (int i = 0; i < outline.xs.length; i++) {
                left = Math.min(left, outline.xs[i]);
                right = Math.max(right, outline.xs[i]);
                top = Math.min(top, outline.ys[i]);
                bottom = Math.max(bottom, outline.ys[i]);
            }
        }
        return new Bounds(left, top, right, bottom);
    }

    Bounds within(double leastX, double leastY, double mostX, double mostY) {
        return new Bounds(
                Math.max(leastX, left), Math.max(leastY, top), Math.min(mostX, right), Math.min(mostY, bottom));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    boolean isEmpty() {
        return !(right > left && bottom > top);
    }
}
