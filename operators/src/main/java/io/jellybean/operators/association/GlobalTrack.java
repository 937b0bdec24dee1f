package io.jellybean.operators.association;

/**
 * A track and the vehicle it is of; it stays so for ever.
 *
 * @param cameraId of the camera
 * @param trackId unique for its camera
 * @param vehicleId from 1, the same in all cameras
 */
public record GlobalTrack(String cameraId, long trackId, long vehicleId) {}
