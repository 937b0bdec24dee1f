package io.jellybean.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSetTest {

    private static final LabelledSetSettings TWO_STREETS = LabelledSetSettings.ofSeeds(List.of(5L, 6L))
            .withCameras(2)
            .withFramesPerCamera(3)
            .withEvery(50)
            .withQuestionsPerFrame(3);

    @Test
    void holdsEveryFrameAndOneLinePerVehicle(@TempDir Path folder) throws IOException {
        write(folder);

        List<String> images = Files.readAllLines(folder.resolve("images.csv"));
        List<String> labels = Files.readAllLines(folder.resolve("labels.csv"));
        assertThat(images).hasSize(1 + 2 * 2 * 3).startsWith("image,seed,camera,frame");
        assertThat(labels)
                .startsWith("image,camera,frame,vehicleId,type,colour,left,top,width,height,visibleFraction")
                .hasSizeGreaterThan(5);
        assertThat(names(images)).isEqualTo(files(folder)).containsAll(names(labels));
        CameraFrame frame = Street.generate(
                        StreetSettings.defaults().withSeed(6).withCameras(2))
                .camera(1)
                .frame(100);
        assertThat(folder.resolve("images/6-cam-2-00100.jpg")).hasBinaryContent(frame.jpeg());
        assertThat(labels.stream().filter(line -> line.startsWith("6-cam-2-00100.jpg,")))
                .hasSameSizeAs(frame.truth());
    }

    @Test
    void holdsQuestionsAboutEveryFrame(@TempDir Path folder) throws IOException {
        write(folder);

        List<String> questions = Files.readAllLines(folder.resolve("questions.csv"));
        assertThat(questions).startsWith("image,kind,question,answer").hasSizeBetween(12, 1 + 3 * 2 * 2 * 3);
        assertThat(files(folder)).containsAll(names(questions));
    }

    @Test
    void holdsNoFileOfQuestionsUnlessTheyAreAskedFor(@TempDir Path folder) throws IOException {
        new LabelledSet(TWO_STREETS.withQuestionsPerFrame(0), StreetSettings.defaults()).write(folder, () -> {});

        assertThat(folder.resolve("questions.csv")).doesNotExist();
        assertThat(folder.resolve("labels.csv")).exists();
    }

    @Test
    void isTheSameEveryTime(@TempDir Path one, @TempDir Path other) throws IOException {
        write(one);
        write(other);

        assertThat(one.resolve("labels.csv")).hasSameBinaryContentAs(other.resolve("labels.csv"));
        assertThat(one.resolve("questions.csv")).hasSameBinaryContentAs(other.resolve("questions.csv"));
        assertThat(one.resolve("images.csv")).hasSameBinaryContentAs(other.resolve("images.csv"));
    }

    private static void write(Path folder) throws IOException {
        new LabelledSet(TWO_STREETS, StreetSettings.defaults()).write(folder, () -> {});
    }

    private static Set<String> names(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }
}
