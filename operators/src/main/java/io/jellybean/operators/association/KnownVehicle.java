package io.jellybean.operators.association;

import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle that may be seen again.
 *
 * @param vehicleId from 1, the same in all cameras
 * @param lastSeconds when any camera last saw it
 * @param appearance of all its tracks
 * @param visits its tracks, one or more; a camera's older ones are dropped when it comes by again
 */
public record KnownVehicle(long vehicleId, double lastSeconds, MeanEmbedding appearance, List<Visit> visits) {
    public KnownVehicle {
        visits = List.copyOf(visits);
    }

    /**
     * When a camera saw the vehicle.
     *
     * @param cameraId of the camera
     * @param firstSeconds the first sighting
     * @param lastSeconds the last one
     */
    public record Visit(String cameraId, double firstSeconds, double lastSeconds) {

        static Visit of(TrackRecord track) {
            return new Visit(track.cameraId(), track.firstSeconds(), track.lastSeconds());
        }

        boolean overlaps(TrackRecord track) {
            return firstSeconds <= track.lastSeconds() && track.firstSeconds() <= lastSeconds;
        }
    }

    static KnownVehicle of(long vehicleId, TrackRecord track) {
        return new KnownVehicle(vehicleId, track.lastSeconds(), track.appearance(), List.of(Visit.of(track)));
    }

    /** The vehicle once this track was found to be of it, too. */
    KnownVehicle joined(TrackRecord track) {
        List<Visit> all = new ArrayList<>(visits);
        all.removeIf(visit -> visit.cameraId().equals(track.cameraId()));
        all.add(Visit.of(track));
        return new KnownVehicle(
                vehicleId, Math.max(lastSeconds, track.lastSeconds()), appearance.plus(track.appearance()), all);
    }

    /** The vehicle after one more sighting within a track that is already known to be of it. */
    KnownVehicle seen(TrackRecord track, MeanEmbedding embedding) {
        List<Visit> all = new ArrayList<>(visits);
        all.replaceAll(visit -> visit.cameraId().equals(track.cameraId()) ? Visit.of(track) : visit);
        return new KnownVehicle(vehicleId, Math.max(lastSeconds, track.lastSeconds()), appearance.plus(embedding), all);
    }

    /**
     * Whether it could have made this track: some visit lies a possible travel before or after it, and the vehicle was not
     * before the same camera in another track at the time.
     */
    boolean couldMake(TrackRecord track, AssociatorSettings settings) {
        boolean reachable = false;
        for (Visit visit : visits) {
            if (visit.cameraId().equals(track.cameraId()) && visit.overlaps(track)) {
                return false;
            }
            double seconds = track.firstSeconds() - visit.firstSeconds();
            reachable |= seconds >= 0
                    ? settings.allows(visit.cameraId(), track.cameraId(), seconds)
                    : settings.allows(track.cameraId(), visit.cameraId(), -seconds);
        }
        return reachable;
    }
}
