package io.jellybean.operators.tracking;

import io.jellybean.operators.vision.Detection;

/**
 * A detection and, if it is known, what the vehicle looks like.
 *
 * @param embedding {@code float32 [dimensions]} of length 1; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // An embedding is handed on, not copied, and what is seen is never compared.
public record SeenVehicle(Detection detection, float[] embedding) {

    /** A vehicle of which only place, class and score are known. */
    public static SeenVehicle of(Detection detection) {
        return new SeenVehicle(detection, Appearance.UNKNOWN);
    }
}
