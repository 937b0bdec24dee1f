package io.jellybean.operators.association;

/**
 * How long vehicles take from one camera's view to another's: from the last frame of a vehicle's track there to the first of
 * its track here. A pair of cameras without a window is never driven directly.
 *
 * @param fromCameraId where the vehicle is seen first
 * @param toCameraId where it is seen next; may be the same camera, if lost tracks are to be taken up again
 * @param leastSeconds 0 or more
 * @param mostSeconds leastSeconds or more
 */
public record TravelWindow(String fromCameraId, String toCameraId, double leastSeconds, double mostSeconds) {
    public TravelWindow {
        if (!(leastSeconds >= 0 && leastSeconds <= mostSeconds && mostSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "travel window %s -> %s: 0 <= leastSeconds <= mostSeconds must hold, but they were %s and %s"
                            .formatted(fromCameraId, toCameraId, leastSeconds, mostSeconds));
        }
    }

    boolean contains(double seconds) {
        return seconds >= leastSeconds && seconds <= mostSeconds;
    }
}
