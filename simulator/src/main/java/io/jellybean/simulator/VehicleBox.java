package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

/**
 * A vehicle in a frame, as the ground truth knows it.
 *
 * <p>The box encloses the whole vehicle as far as it lies inside the image, also the parts that something nearer hides. A vehicle
 * belongs to the truth if at least {@value #LEAST_VISIBLE_FRACTION} of it is visible and its box measures at least
 * {@value #LEAST_WIDTH} x {@value #LEAST_HEIGHT} pixels.
 *
 * @param vehicleId names the vehicle in all cameras of one street
 * @param type what kind of vehicle it is
 * @param colour of its paint
 * @param left distance of the box from the image's left border, pixels
 * @param top distance of the box from the image's upper border, pixels
 * @param width of the box, clipped to the image, pixels
 * @param height of the box, clipped to the image, pixels
 * @param visibleFraction the visible pixels of the vehicle divided by those it would cover if nothing hid it and the image had no
 *     border, 0..1
 */
public record VehicleBox(
        long vehicleId,
        VehicleType type,
        VehicleColour colour,
        double left,
        double top,
        double width,
        double height,
        double visibleFraction) {

    /** A vehicle of which less is visible is not in the truth. */
    public static final double LEAST_VISIBLE_FRACTION = 0.3;

    /** A narrower box is not in the truth; pixels. */
    public static final double LEAST_WIDTH = 12.0;

    /** A lower box is not in the truth; pixels. */
    public static final double LEAST_HEIGHT = 10.0;

    public VehicleBox {
        require(width > 0.0, "width", "> 0", width);
        require(height > 0.0, "height", "> 0", height);
        require(visibleFraction >= 0.0 && visibleFraction <= 1.0, "visibleFraction", "in 0..1", visibleFraction);
    }

    /** Whether this vehicle is large and visible enough to be counted as truth. */
    boolean countsAsTruth() {
        return visibleFraction >= LEAST_VISIBLE_FRACTION && width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
    }
}
