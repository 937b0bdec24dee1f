package io.jellybean.operators.association;

/**
 * A followed vehicle in one frame of one camera.
 *
 * @param cameraId of the camera
 * @param trackId unique for its camera
 * @param embedding {@code float32 [dimensions]} of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // An embedding is handed on, not copied, and sightings are never compared.
public record TrackSighting(String cameraId, long trackId, float[] embedding) {
    public TrackSighting {
        if (embedding.length == 0) {
            throw new IllegalArgumentException(
                    "sighting of track %d of %s: the embedding has no dimension. Maybe leave out what was not embedded."
                            .formatted(trackId, cameraId));
        }
    }
}
