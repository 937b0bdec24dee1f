package io.jellybean.operators.association;

import java.util.List;

/** How long vehicles take from one camera's view to another's. Immutable and thread-safe. */
public interface TravelTimes {

    /** Whether a vehicle may leave there and, so many seconds later, enter here. */
    boolean allow(String fromCameraId, String toCameraId, double seconds);

    /** After this time a vehicle that left a view cannot enter any other, seconds; 0 or more. */
    double mostSeconds();

    /** Between pairs of cameras that are driven directly, in the direction of travel; no other pair is. */
    static TravelTimes of(List<TravelWindow> windows) {
        return new WindowsByPair(windows);
    }

    /** From any camera to any other one, for streets whose layout is not known; 0 <= leastSeconds <= mostSeconds. */
    static TravelTimes betweenAny(double leastSeconds, double mostSeconds) {
        return new SameBetweenAll(new TravelWindow("any", "any other", leastSeconds, mostSeconds));
    }
}
