package io.jellybean.operators.association;

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
 * @param travelTimes from camera to camera
 */
public record AssociatorSettings(
        double greatestDistance,
        int sightingsToDecide,
        double endSeconds,
        double roundSeconds,
        int mostVehicles,
        TravelTimes travelTimes) {
    public AssociatorSettings {
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
    public static AssociatorSettings of(TravelTimes travelTimes) {
        return new AssociatorSettings(0.15, 30, 3, 1, 2_000, travelTimes);
    }

    /** The same with another greatest distance. */
    public AssociatorSettings withGreatestDistance(double distance) {
        return new AssociatorSettings(distance, sightingsToDecide, endSeconds, roundSeconds, mostVehicles, travelTimes);
    }

    /** The same with other times of decision. */
    public AssociatorSettings withDecision(int sightings, double end, double round) {
        return new AssociatorSettings(greatestDistance, sightings, end, round, mostVehicles, travelTimes);
    }

    /** The same with another bound on what is remembered. */
    public AssociatorSettings withMostVehicles(int most) {
        return new AssociatorSettings(greatestDistance, sightingsToDecide, endSeconds, roundSeconds, most, travelTimes);
    }

    /** After this time without a sighting a vehicle cannot appear anywhere any more. */
    double memorySeconds() {
        return travelTimes.mostSeconds() + endSeconds;
    }
}
