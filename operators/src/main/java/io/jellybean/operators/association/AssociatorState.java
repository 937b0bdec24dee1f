package io.jellybean.operators.association;

import java.util.List;

/**
 * Everything an associator remembers of a street, as plain data: keep it, and hand it to the next step.
 *
 * @param nextVehicleId the next vehicle's number, from 1
 * @param nowSeconds the latest moment that any camera has shown; negative infinity before the first
 * @param nextRoundSeconds from when on due tracks are decided
 * @param tracks those that are seen now or were a moment ago
 * @param vehicles those that may be seen again
 */
public record AssociatorState(
        long nextVehicleId,
        double nowSeconds,
        double nextRoundSeconds,
        List<TrackRecord> tracks,
        List<KnownVehicle> vehicles) {
    public AssociatorState {
        if (nextVehicleId < 1) {
            throw new IllegalArgumentException(
                    "associator: nextVehicleId must be >= 1, but was %d".formatted(nextVehicleId));
        }
        tracks = List.copyOf(tracks);
        vehicles = List.copyOf(vehicles);
    }

    /**
     * The same with all looks forgotten, as when another network describes them from now on. A track that is seen keeps its vehicle,
     * which learns its new looks from it.
     */
    public AssociatorState withoutAppearances() {
        return new AssociatorState(
                nextVehicleId,
                nowSeconds,
                nextRoundSeconds,
                tracks.stream().map(TrackRecord::withoutAppearance).toList(),
                vehicles.stream().map(KnownVehicle::withoutAppearance).toList());
    }

    /** A street on which nothing was seen yet. */
    public static AssociatorState initial() {
        return new AssociatorState(1, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, List.of(), List.of());
    }
}
