package io.jellybean.cli.cluster.flink;

import io.jellybean.cli.cluster.process.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flink's {@code config.yaml}. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    /** Writes it into a folder, which is made if it is not there; the same each time. */
    static void write(Path folder, Map<String, String> options) {
        List<String> lines = new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> "%s: '%s'"
                                .formatted(option.getKey(), option.getValue().replace("'", "''")))
                        .toList();
        TextFile.write(folder.resolve("config.yaml"), lines);
    }
}
