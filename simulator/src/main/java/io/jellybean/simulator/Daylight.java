package io.jellybean.simulator;

/**
 * The light before one camera: sun and shadows stay, brightness drifts with the clouds.
 *
 * @param brightness 0.3 (dusk) .. 1.1 (noon), the mean over time
 * @param drift how far brightness swings around its mean
 * @param shadowOpacity 0 (overcast) .. 1
 * @param sun unit-like vector towards the sun, in the axes of {@link Shape}
 * @param warmth how red the light is, -0.1..0.1
 * @param noise standard deviation of the sensor's noise, grey levels
 */
record Daylight(
        double brightness, double drift, double phase, double shadowOpacity, Sun sun, double warmth, double noise) {

    record Sun(double x, double y, double z) {}

    static Daylight of(long seed, int camera) {
        Draws street = Draws.of(seed, "daylight");
        boolean dim = street.chance(0.35);
        double brightness = dim ? street.between(0.3, 0.55) : street.between(0.65, 1.1);
        double shadow = dim ? 0.15 : street.between(0.1, 0.55);
        double warmth = street.between(-0.08, 0.1);
        Draws own = Draws.of(seed, "daylight", camera);
        Sun sun = new Sun(own.between(-0.7, 0.7), own.between(-0.7, 0.3), own.between(0.7, 1.0));
        return new Daylight(
                brightness * own.between(0.9, 1.1),
                own.between(0.05, 0.15),
                own.between(0.0, 6.28),
                shadow,
                sun,
                warmth,
                own.between(1.5, 3.5) + (dim ? 3.0 : 0.0));
    }

    /** Brightness at a time in seconds; clouds come and go within minutes, thin ones within seconds. */
    double brightnessAt(double seconds) {
        double slow = StrictMath.sin(seconds / 37.0 + phase);
        double quick = StrictMath.sin(seconds / 5.3 + 2.0 * phase);
        return brightness * (1.0 + drift * (0.75 * slow + 0.25 * quick));
    }

    /** How bright a surface with this normal is, against one that faces the sun: 0.6..1.1. */
    double shade(double x, double y, double z) {
        double lit = Math.max(0.0, x * sun.x() + y * sun.y() + z * sun.z());
        return 0.62 + 0.42 * Math.min(1.15, lit);
    }

    boolean isDim() {
        return brightness < 0.6;
    }
}
