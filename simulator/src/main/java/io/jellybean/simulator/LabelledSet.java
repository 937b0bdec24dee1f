package io.jellybean.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes frames with their truth for training and evaluation: {@code images/<seed>-<camera>-<frame>.jpg}, {@code images.csv} with one
 * line per image (also those without a vehicle), {@code labels.csv} with one line per vehicle in it and, where questions are asked
 * for, {@code questions.csv} with one line per question about it.
 */
public final class LabelledSet {
    private static final String IMAGES_HEADER = "image,seed,camera,frame";
    private static final String LABELS_HEADER =
            "image,camera,frame,vehicleId,type,colour,left,top,width,height,visibleFraction";
    private static final String QUESTIONS_HEADER = "image,kind,question,answer";

    private final LabelledSetSettings settings;
    private final StreetSettings streetSettings;

    private record Image(String name, long seed, CameraFrame frame, List<Question> questions) {}

    private record Lines(String image, List<String> labels, List<String> questions) {}

    /** The seed and the number of cameras of the street's settings are replaced by those of the set. */
    public LabelledSet(LabelledSetSettings settings, StreetSettings streetSettings) {
        this.settings = settings;
        this.streetSettings = streetSettings;
    }

    /**
     * Writes the set; the same settings write the same files. Uses all cores.
     *
     * @param streetDrawn told after each street
     * @throws IOException if the directory cannot be written
     */
    public void write(Path directory, Runnable streetDrawn) throws IOException {
        Files.createDirectories(directory.resolve("images"));
        Stream.Builder<Lines> written = Stream.builder();
        for (long seed : settings.seeds()) {
            Street street = Street.generate(streetSettings.withSeed(seed).withCameras(settings.cameras()));
            try {
                frames(street).map(image -> save(directory, image)).toList().forEach(written);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            streetDrawn.run();
        }
        List<Lines> lines = written.build().toList();
        write(directory.resolve("images.csv"), IMAGES_HEADER, lines.stream().map(Lines::image));
        write(directory.resolve("labels.csv"), LABELS_HEADER, lines.stream().flatMap(line -> line.labels().stream()));
        if (settings.questionsPerFrame() > 0) {
            write(
                    directory.resolve("questions.csv"),
                    QUESTIONS_HEADER,
                    lines.stream().flatMap(line -> line.questions().stream()));
        }
    }

    private static void write(Path file, String header, Stream<String> lines) throws IOException {
        Files.write(file, Stream.concat(Stream.of(header), lines).toList());
    }

    private Stream<Image> frames(Street street) {
        int perCamera = settings.framesPerCamera();
        Questions questions = new Questions(street.settings());
        return IntStream.range(0, settings.cameras() * perCamera).parallel().mapToObj(i -> {
            long number = settings.firstFrame() + (long) (i % perCamera) * settings.every();
            CameraFrame frame = street.camera(i / perCamera).frame(number);
            long seed = street.settings().seed();
            String name = "%d-%s-%05d.jpg".formatted(seed, frame.cameraId(), number);
            return new Image(name, seed, frame, questions.about(frame, settings.questionsPerFrame()));
        });
    }

    private static Lines save(Path directory, Image image) {
        try {
            Files.write(
                    directory.resolve("images").resolve(image.name()),
                    image.frame().jpeg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CameraFrame frame = image.frame();
        return new Lines(
                "%s,%d,%s,%d".formatted(image.name(), image.seed(), frame.cameraId(), frame.frameNumber()),
                frame.truth().stream().map(box -> label(image, box)).toList(),
                image.questions().stream()
                        .map(it -> String.join(",", image.name(), it.kind().label(), it.text(), it.answer()))
                        .toList());
    }

    private static String label(Image image, VehicleBox box) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%s,%s,%.2f,%.2f,%.2f,%.2f,%.3f",
                image.name(),
                image.frame().cameraId(),
                image.frame().frameNumber(),
                box.vehicleId(),
                box.type().label(),
                box.colour().label(),
                box.left(),
                box.top(),
                box.width(),
                box.height(),
                box.visibleFraction());
    }
}
