package io.jellybean.operators.association;

import java.util.ArrayList;
import java.util.List;

/**
 * When tracks of different cameras are taken for one vehicle.
 *
 * @param greatestDistance 0..2; the cosine distance (1 - cosine) of mean embeddings up to which two tracks may be one
 *     vehicle
 * @param sightingsToDecide of a track before its vehicle is decided, 1 or more; more make a better mean and a later answer
 * @param endSeconds without a sighting after which a track has ended: then it is decided with what there is; above 0
 * @param roundSeconds between two decisions, 0 or more; all tracks that have become due since the last one are matched
 *     together, so that none takes the vehicle that fits another better
 * @param mostVehicles remembered at once, and most tracks at once, 1 or more; beyond, those seen longest ago are forgotten
 * @param windows for each pair of cameras that is driven directly, in the direction of travel
 */
public record AssociatorSettings(
        double greatestDistance,
        int sightingsToDecide,
        double endSeconds,
        double roundSeconds,
        int mostVehicles,
        List<TravelWindow> windows) {
    public AssociatorSettings {
        windows = List.copyOf(windows);
        if (!(greatestDistance >= 0 && greatestDistance <= 2)) {
            throw new IllegalArgumentException(
                    "associator: greatestDistance must be 0..2, but was %s".formatted(greatestDistance));
        }
        if (sightingsToDecide < 1 || mostVehicles < 1) {
            throw new IllegalArgumentException(
                    "associator: sightingsToDecide and mostVehicles must be >= 1, but were %d and %d"
                            .formatted(sightingsToDecide, mostVehicles));
        }
        if (!(endSeconds > 0 && roundSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "associator: endSeconds must be > 0 and roundSeconds >= 0, but were %s and %s"
                            .formatted(endSeconds, roundSeconds));
        }
    }

    /** Decided after 30 sightings or 3 seconds of absence, once a second; distances up to .15; 2,000 vehicles. */
    public static AssociatorSettings of(List<TravelWindow> windows) {
        return new AssociatorSettings(0.15, 30, 3, 1, 2_000, windows);
    }

    /** Windows of the same length between all pairs of different cameras, for streets whose layout is not known. */
    public static List<TravelWindow> betweenAll(List<String> cameraIds, double leastSeconds, double mostSeconds) {
        List<TravelWindow> windows = new ArrayList<>();
        for (String from : cameraIds) {
            for (String to : cameraIds) {
                if (!from.equals(to)) {
                    windows.add(new TravelWindow(from, to, leastSeconds, mostSeconds));
                }
            }
        }
        return windows;
    }

    /** The same with another greatest distance. */
    public AssociatorSettings withGreatestDistance(double distance) {
        return new AssociatorSettings(distance, sightingsToDecide, endSeconds, roundSeconds, mostVehicles, windows);
    }

    /** The same with other times of decision. */
    public AssociatorSettings withDecision(int sightings, double end, double round) {
        return new AssociatorSettings(greatestDistance, sightings, end, round, mostVehicles, windows);
    }

    /** The same with another bound on what is remembered. */
    public AssociatorSettings withMostVehicles(int most) {
        return new AssociatorSettings(greatestDistance, sightingsToDecide, endSeconds, roundSeconds, most, windows);
    }

    /** After this time without a sighting a vehicle cannot appear anywhere any more. */
    double memorySeconds() {
        return windows.stream().mapToDouble(TravelWindow::mostSeconds).max().orElse(0) + endSeconds;
    }

    /** Whether a vehicle may leave there and, so many seconds later, enter here. */
    boolean allows(String fromCameraId, String toCameraId, double seconds) {
        return windows.stream()
                .anyMatch(window -> window.fromCameraId().equals(fromCameraId)
                        && window.toCameraId().equals(toCameraId)
                        && window.contains(seconds));
    }
}
