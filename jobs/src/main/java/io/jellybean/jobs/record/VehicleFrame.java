package io.jellybean.jobs.record;

import io.jellybean.domain.result.DetectedFrame;
import java.util.List;

/**
 * The vehicles of a frame on their way from the detector to the tracker. There is exactly one for every numbered frame.
 *
 * @param crops a JPEG for each vehicle, in their order; empty if nobody embeds them, or somebody has
 * @param embeddings {@code float32 [dimensions]} for each vehicle, in their order; empty if they are not embedded
 */
public record VehicleFrame(DetectedFrame detected, List<byte[]> crops, List<float[]> embeddings) {

    /** A frame with no vehicles, because it could not be looked at. */
    public static VehicleFrame rejected(NumberedFrame frame) {
        return rejected(DetectedFrame.rejected(frame.camera(), frame.number(), frame.capturedAtMillis()));
    }

    /** The same for a frame whose record is made already. */
    public static VehicleFrame rejected(DetectedFrame nothing) {
        return new VehicleFrame(nothing, List.of(), List.of());
    }

    /** The camera that it is of. */
    public String camera() {
        return detected.camera();
    }

    /** Its place among the frames of its camera. */
    public long number() {
        return detected.number();
    }

    /** Milliseconds since 1970 UTC. */
    public long capturedAtMillis() {
        return detected.capturedAtMillis();
    }
}
