package io.jellybean.cli.source;

import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Questions;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.util.List;
import java.util.Optional;

/**
 * A camera of a simulated street, which never ends.
 *
 * @param camera the name it is given, which may differ from its name in the street
 */
record StreetSource(String camera, StreetCamera drawn, StreetSettings street) implements CameraSource {

    /** All cameras of a street. Their names are those of the street behind a prefix, which may be empty. */
    static List<CameraSource> camerasOf(String prefix, StreetSettings settings) {
        return Street.generate(settings).cameras().stream()
                .<CameraSource>map(camera -> new StreetSource(prefix + camera.id(), camera, settings))
                .toList();
    }

    @Override
    public String description() {
        return "street %d".formatted(street.seed());
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public FrameStream open() {
        return new Drawing();
    }

    private final class Drawing implements FrameStream {

        private final Questions questions = new Questions(street);
        private long number;

        @Override
        public double framesPerSecond() {
            return street.framesPerSecond();
        }

        @Override
        public Optional<SourceFrame> next() {
            CameraFrame frame = drawn.frame(number++);
            return Optional.of(new SourceFrame(frame.jpeg(), new SourceFrame.Truth(frame, questions)));
        }

        @Override
        public boolean skip() {
            number++;
            return true;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
