package io.jellybean.operators.association;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A vehicle that may be seen again.
 *
 * @param vehicleId from 1, the same in all cameras
 * @param lastSeconds when any camera last saw it
 * @param appearance of all its tracks
 * @param visits its tracks, one or more, in the order of their first sightings; those too long ago to matter are dropped
 */
public record KnownVehicle(long vehicleId, double lastSeconds, MeanEmbedding appearance, List<Visit> visits) {
    public KnownVehicle {
        visits = List.copyOf(visits);
    }

    /**
     * When a camera saw the vehicle.
     *
     * @param cameraId of the camera
     * @param trackId unique for its camera
     * @param firstSeconds the first sighting
     * @param lastSeconds the last one
     */
    public record Visit(String cameraId, long trackId, double firstSeconds, double lastSeconds) {

        static Visit of(TrackRecord track) {
            return new Visit(track.cameraId(), track.trackId(), track.firstSeconds(), track.lastSeconds());
        }

        boolean isOf(TrackRecord track) {
            return trackId == track.trackId() && cameraId.equals(track.cameraId());
        }

        boolean reaches(Visit later, AssociatorSettings settings) {
            return settings.travelTimes().allow(cameraId, later.cameraId, later.firstSeconds - lastSeconds);
        }

        boolean overlaps(TrackRecord track) {
            return firstSeconds <= track.lastSeconds() && track.firstSeconds() <= lastSeconds;
        }
    }

    static KnownVehicle of(long vehicleId, TrackRecord track) {
        return new KnownVehicle(vehicleId, track.lastSeconds(), track.appearance(), List.of(Visit.of(track)));
    }

    KnownVehicle withoutAppearance() {
        return new KnownVehicle(vehicleId, lastSeconds, MeanEmbedding.UNKNOWN, visits);
    }

    /** The vehicle once this track was found to be of it, too. */
    KnownVehicle joined(TrackRecord track, double memorySeconds) {
        List<Visit> all = new ArrayList<>(visits);
        all.add(Visit.of(track));
        all.sort(Comparator.comparingDouble(Visit::firstSeconds));
        double latest = Math.max(lastSeconds, track.lastSeconds());
        all.removeIf(visit -> latest - visit.lastSeconds() > memorySeconds);
        return new KnownVehicle(vehicleId, latest, appearance.plus(track.appearance()), all);
    }

    /** The vehicle after one more sighting within a track that is already known to be of it. */
    KnownVehicle seen(TrackRecord track, MeanEmbedding embedding) {
        List<Visit> all = new ArrayList<>(visits);
        all.replaceAll(visit -> visit.isOf(track) ? Visit.of(track) : visit);
        return new KnownVehicle(vehicleId, Math.max(lastSeconds, track.lastSeconds()), appearance.plus(embedding), all);
    }

    /**
     * Whether it could have made this track: it can have come there from its visit before and have driven on to the one
     * after, and was not before the same camera in another track at the time.
     */
    boolean couldMake(TrackRecord track, AssociatorSettings settings) {
        Visit before = null;
        Visit after = null;
        for (Visit visit : visits) {
            if (visit.cameraId().equals(track.cameraId()) && visit.overlaps(track)) {
                return false;
            }
            if (visit.firstSeconds() <= track.firstSeconds()) {
                before = visit;
            } else if (after == null) {
                after = visit;
            }
        }
        Visit visit = Visit.of(track);
        return (before == null || before.reaches(visit, settings)) && (after == null || visit.reaches(after, settings));
    }
}
