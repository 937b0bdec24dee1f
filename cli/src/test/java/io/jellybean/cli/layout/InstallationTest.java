package io.jellybean.cli.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.io.InfrastructureFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in {@code docker} is what the command writes for the example. */
final class InstallationTest {

    private static final Path REPOSITORY = Path.of("..");

    private static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("compose", Installation.compose()), Arguments.of("kubernetes", Installation.kubernetes()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void theRepositoryHasWhatIsWrittenForTheExample(String format, Installation installation, @TempDir Path folder)
            throws IOException {
        installation.write(
                InfrastructureFile.read(REPOSITORY.resolve("examples/vehicle-tracking/infrastructure.yaml")),
                URI.create("file:///var/lib/jellybean"),
                folder);

        assertThat(textByFile(REPOSITORY.resolve("docker").resolve(format)))
                .as(
                        "maybe: ./jellybean cluster config --infrastructure examples/vehicle-tracking/infrastructure.yaml --format %1$s --out docker/%1$s",
                        format)
                .isEqualTo(textByFile(folder));
    }

    private static Map<String, String> textByFile(Path folder) throws IOException {
        Map<String, String> textByFile = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                textByFile.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return textByFile;
    }
}
