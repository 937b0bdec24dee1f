package io.jellybean.cli.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.CommandLines;
import io.jellybean.cli.CommandLines.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaking itself needs espeak-ng, which tests do not. */
class SpeechCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void refusesSentencesThatNobodyWouldSayAsTheyAreWritten() throws IOException {
        Ran ran = speak("is there a bus\nIs there a van?\n", "train");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--sentences", "Is there a van?", "lower case");
    }

    @Test
    void refusesAFileWithoutASentenceOfTheSplit() throws IOException {
        Ran ran = speak("is there a red bus\n", "test");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--sentences", "test", "jellybean questions");
    }

    @Test
    void knowsTwoSplits() throws IOException {
        Ran ran = speak("is there a red bus\n", "validation");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--split", "validation");
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        Ran ran = CommandLines.run("speech", "--sentences", "no-such-file.txt", "--out", folder.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("no-such-file.txt");
    }

    private Ran speak(String sentences, String split) throws IOException {
        Path file = Files.writeString(folder.resolve("sentences.txt"), sentences);
        String out = folder.resolve("out").toString();
        return CommandLines.run("speech", "--sentences", file.toString(), "--split", split, "--out", out);
    }
}
