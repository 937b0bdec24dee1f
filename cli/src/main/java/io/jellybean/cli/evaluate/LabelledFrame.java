package io.jellybean.cli.evaluate;

import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.simulator.VehicleBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A frame and what is truly in it.
 *
 * @param questions about it, if the set has some
 */
record LabelledFrame(FrameName name, Path image, List<VehicleBox> truth, List<KnownQuestion> questions) {
    LabelledFrame {
        truth = List.copyOf(truth);
        questions = List.copyOf(questions);
    }

    /** The frame with its picture, read anew. */
    Frame frame() {
        try {
            return new Frame(name, Files.readAllBytes(image));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the picture %s cannot be read".formatted(image), unreadable);
        }
    }
}
