package io.jellybean.domain.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an output file as a whole. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Writes UTF-8 and makes the folder if it is not there.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static void write(Path path, String text) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, text);
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot write " + path, cannot);
        }
    }
}
