package io.jellybean.operators.association;

/**
 * A track that is still seen, or has just ended.
 *
 * @param cameraId of the camera
 * @param trackId unique for its camera
 * @param vehicleId the vehicle it is of; 0 until that is decided
 * @param firstSeconds when it was first seen, in seconds since any moment that is the same for all cameras
 * @param lastSeconds when it was last seen
 * @param sightings so far
 * @param appearance of these sightings
 */
public record TrackRecord(
        String cameraId,
        long trackId,
        long vehicleId,
        double firstSeconds,
        double lastSeconds,
        int sightings,
        MeanEmbedding appearance) {

    static TrackRecord first(TrackSighting sighting, double seconds) {
        return new TrackRecord(
                sighting.cameraId(),
                sighting.trackId(),
                0,
                seconds,
                seconds,
                1,
                new MeanEmbedding(sighting.embedding()));
    }

    TrackRecord seen(TrackSighting sighting, double seconds) {
        return new TrackRecord(
                cameraId,
                trackId,
                vehicleId,
                Math.min(firstSeconds, seconds),
                Math.max(lastSeconds, seconds),
                sightings + 1,
                appearance.plus(new MeanEmbedding(sighting.embedding())));
    }

    TrackRecord withoutAppearance() {
        return new TrackRecord(
                cameraId, trackId, vehicleId, firstSeconds, lastSeconds, sightings, MeanEmbedding.UNKNOWN);
    }

    TrackRecord of(long vehicle) {
        return new TrackRecord(cameraId, trackId, vehicle, firstSeconds, lastSeconds, sightings, appearance);
    }

    boolean decided() {
        return vehicleId != 0;
    }
}
