package io.jellybean.cli.profile;

import io.jellybean.operators.vision.Detection;
import java.time.Duration;
import java.util.List;

/**
 * What was measured of one variant of an operator.
 *
 * @param serviceTime the median CPU time of a request
 * @param sentBytes the mean size of what it sends on for a request
 * @param detections what it saw in each sample frame; empty for an operator that detects nothing
 */
record OperatorMeasurement(Duration serviceTime, long sentBytes, List<List<Detection>> detections) {
    OperatorMeasurement {
        detections = List.copyOf(detections);
    }
}
