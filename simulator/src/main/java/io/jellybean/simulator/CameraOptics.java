package io.jellybean.simulator;

/**
 * How a camera turns the world (metres, see {@link Shape}) into an image (pixels): a pinhole above the origin, turned by a yaw to
 * the right and a pitch downwards. Immutable.
 */
final class CameraOptics {
    private static final double NEAREST_METRES = 1.0;

    final double heightMetres;
    private final double focalPixels;
    private final double centreX;
    private final double centreY;
    private final double[] right;
    private final double[] up;
    private final double[] forward;

    /** Angles in radians; {@code fieldOfView} is horizontal. */
    CameraOptics(int width, int height, double heightMetres, double yaw, double pitch, double fieldOfView) {
        this.heightMetres = heightMetres;
        this.focalPixels = width / (2.0 * StrictMath.tan(fieldOfView / 2.0));
        this.centreX = width / 2.0;
        this.centreY = height / 2.0;
        double sinYaw = StrictMath.sin(yaw);
        double cosYaw = StrictMath.cos(yaw);
        double sinPitch = StrictMath.sin(pitch);
        double cosPitch = StrictMath.cos(pitch);
        this.right = new double[] {cosYaw, -sinYaw, 0.0};
        this.up = new double[] {sinYaw * sinPitch, cosYaw * sinPitch, cosPitch};
        this.forward = new double[] {sinYaw * cosPitch, cosYaw * cosPitch, -sinPitch};
    }

    /** The shape on the image; what lies behind the camera is cut off. */
    Outline project(Shape shape) {
        double offset = -forward[2] * heightMetres - NEAREST_METRES;
        Shape seen = shape.liesWithin(forward[0], forward[1], forward[2], offset)
                ? shape
                : shape.clipped(forward[0], forward[1], forward[2], offset);
        int count = seen.corners.length / 3;
        if (count < 3) {
            return Outline.nothing();
        }
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            double x = seen.corners[3 * i];
            double y = seen.corners[3 * i + 1];
            double z = seen.corners[3 * i + 2] - heightMetres;
            double scale = focalPixels / dot(forward, x, y, z);
            xs[i] = centreX + scale * dot(right, x, y, z);
            ys[i] = centreY - scale * dot(up, x, y, z);
        }
        return new Outline(xs, ys);
    }

    /** Pixels per metre at a point, or 0 behind the camera. */
    double scaleAt(double x, double y, double z) {
        double depth = dot(forward, x, y, z - heightMetres);
        return depth < NEAREST_METRES ? 0.0 : focalPixels / depth;
    }

    private static double dot(double[] axis, double x, double y, double z) {
        return axis[0] * x + axis[1] * y + axis[2] * z;
    }
}
