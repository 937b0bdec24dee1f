package io.jellybean.planner.check;

/** How exactly a plan must hold: 1e-6, relative; absolute below 1. */
final class Tolerance {

    static final double RELATIVE = 1e-6;

    private Tolerance() {}

    static boolean differ(double one, double other) {
        return !(Math.abs(one - other) <= RELATIVE * Math.max(1, Math.abs(other)));
    }

    static boolean exceeds(double value, double most) {
        return !(value <= most * (1 + RELATIVE));
    }
}
