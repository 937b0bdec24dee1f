package io.jellybean.cli.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlinkJarsTest {

    @Test
    void tellsBuildsApartByTheBytesOfTheirJarsAndKeepsACopyOfIts(@TempDir Path folder) throws IOException {
        Path jar =
                Files.writeString(Files.createDirectory(folder.resolve("built")).resolve("operators.jar"), "one");
        FlinkJars built = new FlinkJars(folder, folder.resolve("built"));
        FlinkJars running = built.withRuntimeIn(folder.resolve("running"));
        String one = built.runtimeSha256();

        Files.writeString(jar, "two");

        assertThat(built.runtimeSha256()).isNotEqualTo(one);
        assertThat(running.runtimeSha256()).isEqualTo(one);
    }
}
