package io.jellybean.simulator;

/**
 * A vehicle as one would recognise it again: the same at every camera.
 *
 * @param id unique in its street
 * @param rgb its own shade of the colour
 * @param lengthMetres bumper to bumper
 * @param widthMetres without mirrors
 * @param heightMetres from the road to the roof
 * @param variant of its type's shape, such as saloon or hatchback; 0..2
 * @param marks what distinguishes it from others of its kind
 */
record Vehicle(
        long id,
        VehicleType type,
        VehicleColour colour,
        int rgb,
        double lengthMetres,
        double widthMetres,
        double heightMetres,
        int variant,
        Marks marks) {

    /**
     * Small things by which one vehicle is told from its like.
     *
     * @param rgb of stripe, decal and load
     * @param decalAt where the decal sits along the side, 0 (rear) .. 1 (front)
     */
    record Marks(boolean stripe, boolean decal, boolean roofLoad, int rgb, double decalAt) {}

    /** The vehicle of this id in the street of this seed. */
    static Vehicle of(long seed, long id) {
        Draws draws = Draws.of(seed, "vehicle", id);
        VehicleType type = drawType(draws);
        VehicleColour colour = draws.oneOf(VehicleColour.values());
        int rgb = Rgb.varied(colour.rgb(), 18, draws);
        double size = draws.next();
        int variant = draws.below(3);
        Marks marks = new Marks(
                draws.chance(0.3),
                draws.chance(0.4),
                draws.chance(0.2),
                Rgb.varied(draws.oneOf(VehicleColour.values()).rgb(), 20, draws),
                draws.between(0.3, 0.7));
        return switch (type) {
            case CAR ->
                new Vehicle(
                        id,
                        type,
                        colour,
                        rgb,
                        3.8 + 0.9 * size,
                        1.75 + 0.1 * size,
                        1.4 + (variant == 2 ? 0.25 : 0.05),
                        variant,
                        marks);
            case VAN -> new Vehicle(id, type, colour, rgb, 4.8 + 0.9 * size, 1.95, 2.05 + 0.45 * size, variant, marks);
            case TRUCK -> new Vehicle(id, type, colour, rgb, 6.8 + 2.4 * size, 2.4, 2.9 + 0.5 * size, variant, marks);
            case BUS -> new Vehicle(id, type, colour, rgb, 9.2 + 1.6 * size, 2.5, 2.85 + 0.3 * size, variant, marks);
        };
    }

    private static VehicleType drawType(Draws draws) {
        double share = draws.next();
        if (share < 0.58) {
            return VehicleType.CAR;
        }
        if (share < 0.76) {
            return VehicleType.VAN;
        }
        return share < 0.89 ? VehicleType.TRUCK : VehicleType.BUS;
    }
}
