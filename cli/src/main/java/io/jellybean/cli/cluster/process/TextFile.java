package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A file that others read. */
public final class TextFile {

    private TextFile() {}

    /** Writes it, with its folder. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    /** Writes it, with its folder; each line is ended. */
    public static void write(Path file, List<String> lines) {
        write(file, String.join("\n", lines) + "\n");
    }
}
