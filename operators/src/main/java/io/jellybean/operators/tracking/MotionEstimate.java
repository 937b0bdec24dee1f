package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Box;

/** Where a box is and where it goes: one estimate for each of centre x, centre y, width and height. */
public record MotionEstimate(AxisEstimate centreX, AxisEstimate centreY, AxisEstimate width, AxisEstimate height) {

    /** No box is thinner; an extrapolated size must not reach 0. */
    private static final double LEAST_SIDE_PIXELS = 1;

    static MotionEstimate first(Box box, MotionNoise noise) {
        double scale = scale(box.width(), box.height());
        double deviation = noise.measurement() * scale;
        double velocityDeviation = noise.firstVelocity() * scale;
        return new MotionEstimate(
                AxisEstimate.first(box.centreX(), deviation, velocityDeviation),
                AxisEstimate.first(box.centreY(), deviation, velocityDeviation),
                AxisEstimate.first(box.width(), deviation, velocityDeviation * noise.sizeChange()),
                AxisEstimate.first(box.height(), deviation, velocityDeviation * noise.sizeChange()));
    }

    MotionEstimate after(double seconds, MotionNoise noise) {
        double scale = scale(width.value(), height.value());
        double acceleration = Math.pow(noise.acceleration() * scale, 2);
        double sizeAcceleration = acceleration * Math.pow(noise.sizeChange(), 2);
        return new MotionEstimate(
                centreX.after(seconds, acceleration),
                centreY.after(seconds, acceleration),
                atLeast(width.after(seconds, sizeAcceleration)),
                atLeast(height.after(seconds, sizeAcceleration)));
    }

    MotionEstimate corrected(Box measured, MotionNoise noise) {
        double deviation = noise.measurement() * scale(measured.width(), measured.height());
        return new MotionEstimate(
                centreX.corrected(measured.centreX(), deviation),
                centreY.corrected(measured.centreY(), deviation),
                atLeast(width.corrected(measured.width(), deviation)),
                atLeast(height.corrected(measured.height(), deviation)));
    }

    /** The estimated box, in pixels of the frame. */
    public Box box() {
        return Box.around(centreX.value(), centreY.value(), width.value(), height.value());
    }

    private static AxisEstimate atLeast(AxisEstimate size) {
        if (size.value() >= LEAST_SIDE_PIXELS) {
            return size;
        }
        return new AxisEstimate(LEAST_SIDE_PIXELS, 0, size.variance(), size.covariance(), size.velocityVariance());
    }

    /** Noise grows with the box: what is near moves more pixels. */
    private static double scale(double width, double height) {
        return Math.max(LEAST_SIDE_PIXELS, Math.sqrt(width * height));
    }
}
