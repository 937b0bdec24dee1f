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

    /** So many successive ids, a few blocks of traffic, have one look that they may share. */
    private static final int LOOK_ALIKES = 24;

    private static final double LOOK_ALIKE_SHARE = 0.4;

    /**
     * Small things by which one vehicle is told from its like; each has a stripe or a decal at least.
     *
     * @param stripeAt height of the stripe on the side, 0 (low) .. 1 (below the windows)
     * @param decalAt where the decal sits along the side, 0 (rear) .. 1 (front)
     */
    record Marks(
            boolean stripe,
            double stripeAt,
            int stripeRgb,
            boolean decal,
            double decalAt,
            int decalRgb,
            boolean roofLoad,
            int loadRgb,
            int hubRgb) {

        private static final Integer[] HUBS = {0x6F7276, 0x6F7276, 0xC8CACC, 0x2A2B2D};

        static Marks of(Draws draws) {
            int kinds = draws.below(3);
            return new Marks(
                    kinds != 1,
                    draws.next(),
                    paint(draws),
                    kinds != 0,
                    draws.between(0.2, 0.8),
                    paint(draws),
                    draws.chance(0.25),
                    paint(draws),
                    draws.oneOf(HUBS));
        }

        private static int paint(Draws draws) {
            return Rgb.varied(draws.oneOf(VehicleColour.values()).rgb(), 20, draws);
        }
    }

    /** The vehicle of this id in the street of this seed. Some vehicles of nearby ids differ in their marks only. */
    static Vehicle of(long seed, long id) {
        Draws own = Draws.of(seed, "vehicle", id);
        boolean likeOthers = own.chance(LOOK_ALIKE_SHARE);
        return of(id, likeOthers ? Draws.of(seed, "look-alikes", id / LOOK_ALIKES) : own, Marks.of(own));
    }

    private static Vehicle of(long id, Draws draws, Marks marks) {
        VehicleType type = drawType(draws);
        VehicleColour colour = draws.oneOf(VehicleColour.values());
        int rgb = Rgb.varied(colour.rgb(), 18, draws);
        double size = draws.next();
        int variant = draws.below(3);
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
