package io.jellybean.operators.step;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.operators.vision.Box;
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
    public static DetectedFrame detect(VehicleDetector detector, Frame frame) throws RejectedFrameException {
        return ResultRecords.detected(
                frame.name(), detector.detect(frame.jpeg()), detector.manifest().labels());
    }

    /**
     * Describes the vehicles of a frame.
     *
     * @return one embedding for each vehicle, in their order
     * @throws RejectedFrameException if the frame cannot be used; the next one can be tried
     */
    public static List<float[]> embed(VehicleEmbedder embedder, Frame frame, DetectedFrame detected)
            throws RejectedFrameException {
        List<Box> boxes = detected.vehicles().stream()
                .map(vehicle -> new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height()))
                .toList();
        return embedder.embed(frame.jpeg(), boxes);
    }
}
