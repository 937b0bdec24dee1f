package io.jellybean.operators.step;

import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.vision.DetectionSettings;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;

/** Operators with the settings that they are served with. Each is for one thread, and to be closed. */
public final class ServedOperators {

    /** The tracker makes use of uncertain detections too, so the detector keeps them. */
    private static final DetectionSettings FOR_TRACKING =
            DetectionSettings.defaults().withScoreThreshold(0.1f);

    /** More vehicles of one frame take more than one run of the network. */
    private static final int MOST_CROPS = 16;

    private ServedOperators() {}

    /** A detector, before a tracker. */
    public static VehicleDetector detector(Networks networks, String variant) {
        return new VehicleDetector(networks.openImage(variant), FOR_TRACKING, JpegLimits.defaults());
    }

    /** What tells vehicles apart by their looks. */
    public static VehicleEmbedder embedder(Networks networks, String variant) {
        return new VehicleEmbedder(networks.openImage(variant), MOST_CROPS, JpegLimits.defaults());
    }
}
