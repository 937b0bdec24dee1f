package io.jellybean.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.CommandLines.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetCommandTest {

    @Test
    void drawsFramesOfTheWantedSizeWithQuestions(@TempDir Path folder) throws IOException {
        Ran ran = CommandLines.run(
                "street",
                "--seeds",
                "7",
                "--cameras",
                "1",
                "--frames",
                "2",
                "--size",
                "320x180",
                "--questions",
                "4",
                "--vehicles-per-minute",
                "120",
                "--fps",
                "30",
                "--jpeg-quality",
                "0.5",
                "--out",
                folder.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        List<String> questions = Files.readAllLines(folder.resolve("questions.csv"));
        assertThat(questions).startsWith("image,kind,question,answer").hasSizeBetween(4, 9);
        File image = folder.resolve("images/7-cam-1-00000.jpg").toFile();
        assertThat(ImageIO.read(image).getWidth()).isEqualTo(320);
    }

    @ParameterizedTest
    @CsvSource({
        "--size,640",
        "--size,100x100",
        "--fps,0",
        "--vehicles-per-minute,121",
        "--jpeg-quality,1.1",
        "--questions,101",
        "--seeds,9-3"
    })
    void saysWhichOptionIsOutOfRange(String option, String value) {
        Ran ran = CommandLines.run("street", option, value, "--out", "unused");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains(option);
    }
}
