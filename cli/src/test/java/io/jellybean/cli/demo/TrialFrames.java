package io.jellybean.cli.demo;

import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Frames of a street in the order of their capture. */
final class TrialFrames {

    private static final int FRAMES_PER_CAMERA = 60;

    private TrialFrames() {}

    /** Cameras a few milliseconds apart. */
    static List<Frame> ofAStreet() {
        Street street = Street.generate(StreetSettings.defaults().withSeed(5_001));
        long start = System.currentTimeMillis() - 60_000;
        List<Frame> frames = new ArrayList<>();
        for (int number = 0; number < FRAMES_PER_CAMERA; number++) {
            for (StreetCamera camera : street.cameras()) {
                long at = start + 66L * number + 5L * frames.size() % 15;
                frames.add(new Frame(
                        new FrameName(camera.id(), number, at),
                        camera.frame(number * 4L).jpeg()));
            }
        }
        frames.sort(Comparator.<Frame>comparingLong(frame -> frame.name().capturedAtMillis())
                .thenComparing(frame -> frame.name().camera()));
        return frames;
    }
}
