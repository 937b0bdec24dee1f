package io.jellybean.cli.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {

    private final Path folder;

    LogTailTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void prefersTheInnermostCauseToStackFramesAndToWhatIsSaidWhileEnding() throws IOException {
        Path log = log("""
                12:00:00 INFO  Server - starting
                12:00:01 ERROR Server - failed
                java.lang.RuntimeException: cannot start
                \tat a.b.C.d(C.java:1)
                Caused by: java.net.BindException: Address already in use
                \tat a.b.C.e(C.java:2)
                \t... 3 more
                12:00:02 INFO  Server - shut down after an Exception
                """);

        assertThat(LogTail.lastMeaningfulLine(log))
                .isEqualTo("Caused by: java.net.BindException: Address already in use");
    }

    @Test
    void takesTheLastLineWhereNoneNamesAProblem() throws IOException {
        assertThat(LogTail.lastMeaningfulLine(log("one\ntwo\n\n"))).isEqualTo("two");
    }

    @Test
    void saysThatALogIsEmptyOrUnreadable() throws IOException {
        assertThat(LogTail.lastMeaningfulLine(log(""))).isEqualTo("(the log is empty)");
        assertThat(LogTail.lastMeaningfulLine(folder.resolve("missing.log"))).contains("cannot be read");
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("some.log"), text);
    }
}
