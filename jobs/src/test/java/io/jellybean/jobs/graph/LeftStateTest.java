package io.jellybean.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftStateTest {

    @Test
    void theNewestThatIsCompleteByNumber(@TempDir Path folder) throws IOException {
        completed(folder, "job-1/chk-9");
        completed(folder, "job-1/chk-10");
        Files.createDirectories(folder.resolve("job-1/chk-11"));
        completed(folder, "job-1/shared");

        assertThat(LeftState.newest(folder.toUri().toString(), List.of("job-1")))
                .hasValueSatisfying(path -> assertThat(path).endsWith("job-1/chk-10"));
    }

    @Test
    void ofTheFirstJobThatLeftOne(@TempDir Path folder) throws IOException {
        completed(folder, "job-1/chk-3");
        Files.createDirectories(folder.resolve("job-2/chk-1"));

        assertThat(LeftState.newest(folder.toUri().toString(), List.of("job-3", "job-2", "job-1")))
                .hasValueSatisfying(path -> assertThat(path).endsWith("job-1/chk-3"));
    }

    @Test
    void noneIfNoneWasLeft(@TempDir Path folder) throws IOException {
        assertThat(LeftState.newest(folder.toUri().toString(), List.of("job-1")))
                .isEmpty();
    }

    private static void completed(Path folder, String checkpoint) throws IOException {
        Files.createDirectories(folder.resolve(checkpoint));
        Files.writeString(folder.resolve(checkpoint).resolve("_metadata"), "state");
    }
}
