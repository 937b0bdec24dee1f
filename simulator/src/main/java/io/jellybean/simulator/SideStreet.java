package io.jellybean.simulator;

/**
 * A gateway through the houses on the far side of the road. Vehicles of the far direction turn right into it, out of their outer
 * lane, and others come out of it and turn right into that lane.
 *
 * @param x of its middle, along the road, metres
 * @param radius of the turns, metres
 */
record SideStreet(double x, double radius) {
    /** From its middle to either wall, metres. */
    static final double HALF_WIDTH = 4.6;

    private static final double LANE_OFFSET = 2.2;

    /**
     * The place of a vehicle that turns off.
     *
     * @param driven along its path, 0 before the camera (at x = 0 if it drove straight on), metres
     * @param laneY of the lane it comes from
     */
    PlacedVehicle turningOff(Vehicle vehicle, double driven, double laneY) {
        double endX = x + LANE_OFFSET;
        double beyond = driven + endX + radius;
        if (beyond <= 0.0) {
            return new PlacedVehicle(vehicle, -driven, laneY, -1, 0);
        }
        double angle = Math.min(beyond / radius, StrictMath.PI / 2);
        double straight = beyond - radius * angle;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new PlacedVehicle(vehicle, endX + radius * (1 - sin), laneY + radius * (1 - cos) + straight, -cos, sin);
    }

    /** The place of a vehicle that turns in; the parameters are those of {@link #turningOff}, the lane is that it comes to. */
    PlacedVehicle turningIn(Vehicle vehicle, double driven, double laneY) {
        double startX = x - LANE_OFFSET;
        double before = -driven - (startX - radius);
        if (before <= 0.0) {
            return new PlacedVehicle(vehicle, -driven, laneY, -1, 0);
        }
        double angle = Math.min(before / radius, StrictMath.PI / 2);
        double straight = before - radius * angle;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new PlacedVehicle(
                vehicle, startX - radius * (1 - sin), laneY + radius * (1 - cos) + straight, -cos, -sin);
    }
}
