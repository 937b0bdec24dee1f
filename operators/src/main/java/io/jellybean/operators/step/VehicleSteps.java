package io.jellybean.operators.step;

import io.jellybean.operators.vision.DetectedFrame;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.util.List;

/** The steps of a vehicle-tracking workflow that remember nothing from frame to frame. */
public final class VehicleSteps {

    private VehicleSteps() {}

    /**
     * Finds the vehicles of a frame.
     *
     * @throws RejectedFrameException if the frame cannot be used; the next one can be tried
     */
    public static CroppedFrame detect(VehicleDetector detector, Frame frame) throws RejectedFrameException {
        DetectedFrame seen = detector.detect(frame.jpeg());
        return new CroppedFrame(
                ResultRecords.detected(frame.name(), seen, detector.manifest().labels()), seen.crops());
    }

    /**
     * Describes the vehicles of a frame.
     *
     * @return one embedding for each vehicle, in their order
     * @throws RejectedFrameException if a picture cannot be used; the next frame can be tried
     */
    public static List<float[]> embed(VehicleEmbedder embedder, CroppedFrame frame) throws RejectedFrameException {
        return embedder.embed(frame.crops());
    }
}
