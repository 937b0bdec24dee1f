package io.jellybean.simulator;

/**
 * A vehicle at one moment before one camera, in the metres of {@link Shape}.
 *
 * @param x of its middle, along the road
 * @param y of its middle, across the road
 * @param drivesRight towards greater x
 */
record PlacedVehicle(Vehicle vehicle, double x, double y, boolean drivesRight) {

    /** The x of a point that lies this far ahead of the vehicle's middle. */
    double ahead(double metres) {
        return drivesRight ? x + metres : x - metres;
    }

    double nearSide() {
        return y - vehicle.widthMetres() / 2.0;
    }

    double farSide() {
        return y + vehicle.widthMetres() / 2.0;
    }
}
