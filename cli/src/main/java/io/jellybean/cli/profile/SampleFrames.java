package io.jellybean.cli.profile;

import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.record.WireSize;
import java.util.List;

/**
 * Frames of one camera, in order, to measure with.
 *
 * @param jpegs at least one
 * @param framesPerSecond the rate of the camera
 */
public record SampleFrames(List<byte[]> jpegs, double framesPerSecond) {
    public SampleFrames {
        jpegs = List.copyOf(jpegs);
        if (jpegs.isEmpty()) {
            throw new IllegalArgumentException("sample frames: at least one is needed");
        }
    }

    /** The mean size of a frame as it travels from ingest to a detector. */
    long meanFrameBytes() {
        return Math.round(jpegs.stream()
                .mapToLong(jpeg -> WireSize.bytes(new NumberedFrame("cam-1", 0, 0, jpeg)))
                .average()
                .orElseThrow());
    }
}
