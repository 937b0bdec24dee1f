package io.jellybean.simulator;

import java.util.Arrays;

/**
 * A flat polygon in the world of one camera, in metres: x along the road to the camera's right, y across it and away from the
 * camera, z up; the camera stands above the origin. Corners are stored as x, y, z, x, y, z, ...
 */
final class Shape {
    final double[] corners;

    Shape(double... corners) {
        this.corners = corners;
    }

    /** A rectangle on the ground. */
    static Shape ground(double fromX, double toX, double fromY, double toY) {
        return new Shape(fromX, fromY, 0, toX, fromY, 0, toX, toY, 0, fromX, toY, 0);
    }

    /** An upright rectangle that faces the camera's side of the road. */
    static Shape facing(double fromX, double toX, double y, double fromZ, double toZ) {
        return new Shape(fromX, y, fromZ, toX, y, fromZ, toX, y, toZ, fromX, y, toZ);
    }

    /** An upright rectangle across the road. */
    static Shape across(double x, double fromY, double toY, double fromZ, double toZ) {
        return new Shape(x, fromY, fromZ, x, toY, fromZ, x, toY, toZ, x, fromY, toZ);
    }

    /** A rectangle parallel to the ground. */
    static Shape flat(double fromX, double toX, double fromY, double toY, double z) {
        return new Shape(fromX, fromY, z, toX, fromY, z, toX, toY, z, fromX, toY, z);
    }

    /** The part where a*x + b*y + c*z + d >= 0; possibly without corners. Sutherland and Hodgman, 1974. */
    Shape clipped(double a, double b, double c, double d) {
        int count = corners.length / 3;
        double[] kept = new double[corners.length + 3];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int here = 3 * i;
            int next = 3 * ((i + 1) % count);
            double valueHere = value(here, a, b, c, d);
            double valueNext = value(next, a, b, c, d);
            if (size + 6 > kept.length) {
                kept = Arrays.copyOf(kept, 2 * kept.length);
            }
            if (valueHere >= 0.0) {
                System.arraycopy(corners, here, kept, size, 3);
                size += 3;
            }
            if (valueHere >= 0.0 != valueNext >= 0.0) {
                double share = valueHere / (valueHere - valueNext);
                for (int axis = 0; axis < 3; axis++) {
                    kept[size++] = corners[here + axis] + share * (corners[next + axis] - corners[here + axis]);
                }
            }
        }
        return new Shape(Arrays.copyOf(kept, size));
    }

    /** Whether a*x + b*y + c*z + d >= 0 at every corner. */
    boolean liesWithin(double a, double b, double c, double d) {
        for (int i = 0; i < corners.length; i += 3) {
            if (value(i, a, b, c, d) < 0.0) {
                return false;
            }
        }
        return true;
    }

    private double value(int i, double a, double b, double c, double d) {
        return a * corners[i] + b * corners[i + 1] + c * corners[i + 2] + d;
    }
}
