package io.jellybean.cli.layout;

import io.jellybean.domain.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files from which an infrastructure is started. */
public interface Installation {

    /**
     * Writes them.
     *
     * @param state where checkpoints and savepoints go; all processes must reach it
     * @param folder is made if it is not there
     */
    void write(Infrastructure infrastructure, URI state, Path folder);

    /** For Flink's own scripts. */
    static Installation plain(String jobManagerHost) {
        return new PlainInstallation(jobManagerHost);
    }

    /** For containers of one machine. */
    static Installation compose() {
        return new ComposeInstallation();
    }

    /** A file with its folder. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }
}
