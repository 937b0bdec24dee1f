package io.jellybean.operators.step;

import io.jellybean.domain.result.DetectedFrame;
import java.util.List;

/**
 * What leaves a detector: the vehicles of a frame and, where they are to be embedded, their pictures.
 *
 * @param crops a JPEG for each vehicle, in their order; empty if nobody looks at them
 */
public record CroppedFrame(DetectedFrame detected, List<byte[]> crops) {}
