package io.jellybean.cli.cluster.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Flink's {@code config.yaml}. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    /** Writes it into a folder, which is made if it is not there; the same each time. */
    static void write(Path folder, Map<String, String> options) {
        Path file = folder.resolve("config.yaml");
        String yaml = new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> "%s: '%s'%n"
                                .formatted(option.getKey(), option.getValue().replace("'", "''")))
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Files.writeString(file, yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }
}
