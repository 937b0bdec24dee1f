package io.jellybean.domain.result;

/**
 * A track and the vehicle that it is of, in all cameras; the record of the topic "vehicles". It is written once, when the
 * vehicle has become known, and stays so for ever.
 *
 * @param camera that the track is of
 * @param trackId as in the topic {@code tracks}, unique for its camera
 * @param vehicleId from 1, the same in all cameras
 * @param decidedAtMillis the capture of the frame with which it became known, milliseconds since 1970 UTC
 */
public record AssociatedTrack(String camera, long trackId, long vehicleId, long decidedAtMillis) {}
