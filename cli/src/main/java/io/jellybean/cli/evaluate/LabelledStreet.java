package io.jellybean.cli.evaluate;

import java.util.List;

/**
 * The frames of one street's cameras, in the order of their time.
 *
 * @param sha256 of all pictures and labels
 */
record LabelledStreet(long seed, String sha256, List<LabelledFrame> frames) {
    LabelledStreet {
        frames = List.copyOf(frames);
    }

    /** In alphabetical order. */
    List<String> cameras() {
        return frames.stream()
                .map(frame -> frame.name().camera())
                .distinct()
                .sorted()
                .toList();
    }

    /** The frames of a camera, in order. */
    List<LabelledFrame> framesOf(String camera) {
        return frames.stream()
                .filter(frame -> frame.name().camera().equals(camera))
                .toList();
    }
}
