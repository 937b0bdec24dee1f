package io.jellybean.simulator;

/**
 * A vehicle at one moment before one camera, in the metres of {@link Shape}. Its own axes are u, ahead of its middle, and v, to its
 * left.
 *
 * @param x of its middle, along the road
 * @param y of its middle, across the road
 * @param headingX the way it drives, with {@code headingY} a vector of length 1
 */
record PlacedVehicle(Vehicle vehicle, double x, double y, double headingX, double headingY) {

    /** Where a point of the vehicle lies along the road. */
    double worldX(double u, double v) {
        return x + u * headingX - v * headingY;
    }

    /** Where a point of the vehicle lies across the road. */
    double worldY(double u, double v) {
        return y + u * headingY + v * headingX;
    }

    /** How far ahead of the vehicle's middle the camera stands. */
    double cameraU() {
        return -x * headingX - y * headingY;
    }

    /** How far to the left of the vehicle's middle the camera stands. */
    double cameraV() {
        return x * headingY - y * headingX;
    }

    /** 1 if the camera sees the vehicle's left side, else -1. */
    int nearSide() {
        return cameraV() > 0.0 ? 1 : -1;
    }

    /** A flat polygon in the vehicle's axes, u, v, z, u, v, z, ..., as it lies in the world. */
    Shape shape(double... corners) {
        double[] world = new double[corners.length];
        for (int i = 0; i < corners.length; i += 3) {
            world[i] = worldX(corners[i], corners[i + 1]);
            world[i + 1] = worldY(corners[i], corners[i + 1]);
            world[i + 2] = corners[i + 2];
        }
        return new Shape(world);
    }
}
