package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files that travel in our jar and that a child process reads from a folder. */
public final class PackagedFiles {

    private PackagedFiles() {}

    /** Copies the resource that lies beside the class into the folder, and returns the copy. */
    public static Path copy(Class<?> beside, String name, Path folder) {
        Path copy = folder.resolve(name);
        try (@Nullable InputStream bytes = beside.getResourceAsStream(name)) {
            Files.createDirectories(folder);
            Files.copy(Objects.requireNonNull(bytes, name), copy);
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + copy, failed);
        }
    }
}
