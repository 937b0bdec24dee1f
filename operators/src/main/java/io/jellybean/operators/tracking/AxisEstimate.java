package io.jellybean.operators.tracking;

/**
 * A Kalman filter with constant velocity along one axis (centre x, centre y, width or height). As noise is independent
 * between the axes, four of these are exactly the filter over all eight quantities, without matrices.
 *
 * @param value in pixels
 * @param velocity in pixels per second
 * @param variance of the value, in square pixels
 * @param covariance of value and velocity
 * @param velocityVariance of the velocity
 */
public record AxisEstimate(double value, double velocity, double variance, double covariance, double velocityVariance) {

    /** The first sight of something whose velocity is unknown. */
    public static AxisEstimate first(double measured, double deviation, double velocityDeviation) {
        return new AxisEstimate(measured, 0, deviation * deviation, 0, velocityDeviation * velocityDeviation);
    }

    /**
     * What is expected some seconds later: P' = F P F^T + Q with F = [1 t; 0 1] and the Q of white-noise acceleration, q [t^3/3
     * t^2/2; t^2/2 t] (Bar-Shalom et al., Estimation with Applications to Tracking and Navigation, 6.2.2).
     *
     * @param noise q, in square pixels per cubic second
     */
    public AxisEstimate after(double seconds, double noise) {
        double squared = seconds * seconds;
        return new AxisEstimate(
                value + velocity * seconds,
                velocity,
                variance + 2 * seconds * covariance + squared * velocityVariance + noise * squared * seconds / 3,
                covariance + seconds * velocityVariance + noise * squared / 2,
                velocityVariance + noise * seconds);
    }

    /** The estimate once a measurement of this deviation has been seen. */
    public AxisEstimate corrected(double measured, double deviation) {
        double total = variance + deviation * deviation;
        double gain = variance / total;
        double velocityGain = covariance / total;
        double surprise = measured - value;
        return new AxisEstimate(
                value + gain * surprise,
                velocity + velocityGain * surprise,
                (1 - gain) * variance,
                (1 - gain) * covariance,
                velocityVariance - velocityGain * covariance);
    }
}
