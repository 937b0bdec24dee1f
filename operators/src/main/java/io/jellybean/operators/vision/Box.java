package io.jellybean.operators.vision;

/**
 * An axis-parallel rectangle in pixels; x grows to the right, y downwards, and the origin is the upper left corner of the
 * upper left pixel.
 *
 * @param left in pixels, may be negative
 * @param top in pixels, may be negative
 * @param width in pixels, at least 0
 * @param height in pixels, at least 0
 */
public record Box(double left, double top, double width, double height) {
    public Box {
        boolean finite = Double.isFinite(left) && Double.isFinite(top);
        if (!finite || !(width >= 0 && width < Double.MAX_VALUE) || !(height >= 0 && height < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "box: left and top must be finite, width and height finite and >= 0, but were %s, %s, %s, %s"
                            .formatted(left, top, width, height));
        }
    }

    /** The box of this size around a centre. */
    public static Box around(double centreX, double centreY, double width, double height) {
        return new Box(centreX - width / 2, centreY - height / 2, width, height);
    }

    /** The x of the right side, in pixels. */
    public double right() {
        return left + width;
    }

    /** The y of the lower side, in pixels. */
    public double bottom() {
        return top + height;
    }

    /** The x of the centre, in pixels. */
    public double centreX() {
        return left + width / 2;
    }

    /** The y of the centre, in pixels. */
    public double centreY() {
        return top + height / 2;
    }

    /** Width times height, in square pixels. */
    public double area() {
        return width * height;
    }

    /** Intersection over union, 0..1; 0 where both boxes are empty. */
    public double iou(Box other) {
        double sharedWidth = Math.min(right(), other.right()) - Math.max(left, other.left);
        double sharedHeight = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
        if (!(sharedWidth > 0 && sharedHeight > 0)) {
            return 0;
        }
        double shared = sharedWidth * sharedHeight;
        return shared / (area() + other.area() - shared);
    }

    /** The part of this box that lies within {@code 0..frameWidth, 0..frameHeight}; it may be empty. */
    public Box clippedTo(int frameWidth, int frameHeight) {
        double clippedLeft = Math.min(Math.max(left, 0), frameWidth);
        double clippedTop = Math.min(Math.max(top, 0), frameHeight);
        double clippedRight = Math.min(Math.max(right(), 0), frameWidth);
        double clippedBottom = Math.min(Math.max(bottom(), 0), frameHeight);
        return new Box(
                clippedLeft,
                clippedTop,
                Math.max(0, clippedRight - clippedLeft),
                Math.max(0, clippedBottom - clippedTop));
    }
}
