package io.jellybean.operators.tracking;

/**
 * How far detections and vehicles stray, as multiples of the box's side (the root of its area).
 *
 * @param measurement standard deviation of a detected side or centre, above 0
 * @param firstVelocity standard deviation of the velocity of what has just appeared, per second, above 0
 * @param acceleration root of the spectral density of the acceleration, per second^1.5, above 0
 * @param sizeChange how much calmer width and height are than the centre, 0..1
 */
public record MotionNoise(double measurement, double firstVelocity, double acceleration, double sizeChange) {
    public MotionNoise {
        if (!(measurement > 0) || !(firstVelocity > 0) || !(acceleration > 0)) {
            throw new IllegalArgumentException(
                    "motion noise: measurement, firstVelocity and acceleration must be > 0, but were %s, %s, %s"
                            .formatted(measurement, firstVelocity, acceleration));
        }
        if (!(sizeChange >= 0 && sizeChange <= 1)) {
            throw new IllegalArgumentException(
                    "motion noise: sizeChange must be 0..1, but was %s".formatted(sizeChange));
        }
    }

    /** A street seen from a pole: 5 % detection noise, vehicles of up to several lengths per second. */
    public static MotionNoise defaults() {
        return new MotionNoise(0.05, 4, 1, 0.2);
    }
}
