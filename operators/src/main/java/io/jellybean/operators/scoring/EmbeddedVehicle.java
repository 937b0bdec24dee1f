package io.jellybean.operators.scoring;

/**
 * A picture of a vehicle as a search sees it.
 *
 * @param cameraId of the camera that took it
 * @param vehicleId whose picture it is, the same in all cameras
 * @param embedding {@code float32 [dimensions]} of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // An embedding is read only, and pictures are never compared as such.
public record EmbeddedVehicle(String cameraId, long vehicleId, float[] embedding) {}
