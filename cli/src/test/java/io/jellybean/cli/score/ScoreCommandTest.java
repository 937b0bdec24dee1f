package io.jellybean.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jellybean.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    private static final Path METRICS = Path.of("../operators/src/test/resources/tracking-metrics");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void givesTheNumbersOfThePublicKitAsJson() throws IOException {
        // when
        CommandLines.Ran ran = CommandLines.run(
                "score",
                "--truth",
                METRICS + "/seq1-truth.txt",
                "--tracks",
                METRICS + "/seq1-tracks.txt",
                "--truth",
                METRICS + "/seq3-truth.txt",
                "--tracks",
                METRICS + "/seq3-tracks.txt",
                "--json");

        // then
        JsonNode scores = new ObjectMapper().readTree(ran.out());
        JsonNode expected =
                new ObjectMapper().readTree(METRICS.resolve("expected.json").toFile());
        assertIsCloseTo(scores.at("/sequences/0/score"), expected.get("seq1"));
        assertIsCloseTo(scores.at("/sequences/1/score"), expected.get("seq3"));
        assertThat(scores.at("/all/idSwitches").asLong()).isEqualTo(4 + 1);
    }

    @Test
    void printsATableWithARowForAllTogether() throws IOException {
        // given: one track of ten frames whose id changes after six
        Path truth = write("truth.txt", rows(10, 10));
        Path tracks = write("tracks.txt", rows(6, 10));

        // when
        CommandLines.Ran ran = score(truth, tracks);

        // then
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("tracks.txt", "all", "HOTA", "0.6000", "0.9000");
    }

    @Test
    void acrossCamerasAnIdIsOneVehicle() throws IOException {
        // given: a vehicle that is track 1 at one camera and track 2 at the next
        Path truth = write("truth.txt", rows(5, 5));
        Path here = write("here.txt", rows(5, 5));
        Path there = write("there.txt", rows(0, 5));

        // when
        CommandLines.Ran ran = CommandLines.run(
                "score",
                "--across-cameras",
                "--json",
                "--truth=" + truth,
                "--tracks=" + here,
                "--truth=" + truth,
                "--tracks=" + there);

        // then
        JsonNode scores = new ObjectMapper().readTree(ran.out());
        assertThat(scores.at("/sequences/1/score/idf1").asDouble()).isEqualTo(1);
        assertThat(scores.at("/all/idf1").asDouble()).isEqualTo(0.5);
    }

    @Test
    void leavesOutTrueBoxesThatAreMarkedAsNotToBeScored() throws IOException {
        // given
        Path truth = write("truth.txt", "1,1,0,0,10,10,1,-1,-1,-1\n1,2,50,0,10,10,0,-1,-1,-1\n");
        Path tracks = write("tracks.txt", "1,1,0,0,10,10,1\n");

        // when, then
        assertThat(score(truth, tracks).out()).contains("1.0000").doesNotContain("0.5");
    }

    @Test
    void reportsAllMistakesOfAllFilesWithTheirLines() throws IOException {
        // given
        Path truth = write("truth.txt", "1,1,0,0,10,10,1\n\n0,1,0,0,10,wide,1\n1,1,5,5,10,10,1\n");
        Path tracks = write("tracks.txt", "1,1,0,0\n1,2.5,0,0,10,-1,1\n");

        // when
        CommandLines.Ran ran = score(truth, tracks);

        // then
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("truth.txt:3: frame: must be a whole number from 1, but is \"0\"")
                .contains("truth.txt:3: height: must be a number of at least 0, but is \"wide\"")
                .contains("truth.txt:4: id: must stand once in a frame, but 1 stands in frame 1 on line 1 already")
                .contains("tracks.txt:1: must have 6 to 10 fields")
                .contains("tracks.txt:2: id: must be a whole number, but is \"2.5\"")
                .contains("tracks.txt:2: height")
                .doesNotContain("bug");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void listsNoMoreThanFiftyMistakesOfAFile() throws IOException {
        CommandLines.Ran ran = score(write("truth.txt", "x\n".repeat(80)), write("tracks.txt", ""));

        assertThat(ran.err())
                .contains("truth.txt:50:", "truth.txt:51: has 30 mistakes more")
                .doesNotContain("52:");
    }

    @Test
    void refusesATruthWithoutBoxesAndAFileThatIsNotThere() throws IOException {
        Path empty = write("empty.txt", "\n");

        assertThat(score(empty, empty).err()).contains("empty.txt:1", "no true box");
        assertThat(score(folder.resolve("none.txt"), empty).err()).contains("none.txt", "there is no such file");
    }

    @Test
    void asksForWhatIsMissing() {
        CommandLines.Ran ran = CommandLines.run("score", "--truth", "truth.txt");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--tracks");
    }

    private static CommandLines.Ran score(Path truth, Path tracks) {
        return CommandLines.run("score", "--truth", truth.toString(), "--tracks", tracks.toString());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A box that stands still: id 1 in the first frames, then id 2. */
    private static String rows(int framesOfTheFirst, int frames) {
        StringBuilder rows = new StringBuilder();
        for (int frame = 1; frame <= frames; frame++) {
            rows.append("%d,%d,10,10,40,20,1,-1,-1,-1%n".formatted(frame, frame <= framesOfTheFirst ? 1 : 2));
        }
        return rows.toString();
    }

    private static void assertIsCloseTo(JsonNode score, JsonNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            assertThat(score.get(field.getKey()).asDouble())
                    .as(field.getKey())
                    .isCloseTo(field.getValue().asDouble(), within(1e-6));
        }
    }
}
