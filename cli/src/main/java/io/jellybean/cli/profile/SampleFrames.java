package io.jellybean.cli.profile;

import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.record.WireSize;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of one camera, in order, to measure with.
 *
 * @param jpegs at least one
 * @param framesPerSecond the rate of the camera
 */
public record SampleFrames(List<byte[]> jpegs, double framesPerSecond) {

    private static final String CAMERA = "cam-1";

    public SampleFrames {
        jpegs = List.copyOf(jpegs);
        if (jpegs.isEmpty()) {
            throw new IllegalArgumentException("sample frames: at least one is needed");
        }
    }

    /** The mean size of a frame as it travels from ingest to a detector. */
    long meanFrameBytes() {
        return Math.round(jpegs.stream()
                .mapToLong(jpeg -> WireSize.bytes(new NumberedFrame(CAMERA, 0, 0, "", jpeg, 0, 0)))
                .average()
                .orElseThrow());
    }

    /** The frames with their names. */
    List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (int number = 0; number < jpegs.size(); number++) {
            frames.add(frame(number));
        }
        return frames;
    }

    /** The frame of a number; after the last one the first comes again, at a later time. */
    Frame frame(long number) {
        long capturedAtMillis = Math.round(number * 1_000 / framesPerSecond);
        return new Frame(new FrameName(CAMERA, number, capturedAtMillis), jpegs.get((int) (number % jpegs.size())));
    }
}
