package io.jellybean.jobs.record;

import io.jellybean.domain.result.DetectedFrame;
import java.util.List;

/**
 * The vehicles of a frame on their way from the detector to the tracker. There is exactly one for every numbered frame.
 *
 * @param crops a JPEG for each vehicle, in their order; empty if nobody embeds them, or somebody has
 * @param embeddings {@code float32 [dimensions]} for each vehicle, in their order; empty if they are not embedded
 */
public record VehicleFrame(DetectedFrame detected, List<byte[]> crops, List<float[]> embeddings, long sentAtMillis)
        implements Sent {

    /** A frame with no vehicles, because it was not looked at. */
    public static VehicleFrame unseen(NumberedFrame frame, long sentAtMillis) {
        return new VehicleFrame(
                DetectedFrame.rejected(frame.camera(), frame.number(), frame.capturedAtMillis()),
                List.of(),
                List.of(),
                sentAtMillis);
    }

    /** The same, as if nobody had described how its vehicles look. */
    public VehicleFrame withoutEmbeddings() {
        return new VehicleFrame(detected, crops, List.of(), sentAtMillis);
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
