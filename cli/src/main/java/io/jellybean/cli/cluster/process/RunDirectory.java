package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary directory of one run: all that its processes write lies below it. */
public final class RunDirectory {

    private static final String LOGS = "logs";

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /** Makes a new directory, readable by this user only, below the system's temporary directory. */
    public static RunDirectory create() {
        try {
            RunDirectory directory = new RunDirectory(Files.createTempDirectory("jellybean-"));
            directory.folder(LOGS);
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make a temporary directory for the run", failed);
        }
    }

    public Path path() {
        return path;
    }

    /** Makes a folder below this directory, if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make " + path.resolve(name), failed);
        }
    }

    /** The file that a process of this name writes its output to. */
    public Path log(String processName) {
        return path.resolve(LOGS).resolve(processName + ".log");
    }

    /** Removes everything. */
    void delete() {
        deleteExcept(path.resolveSibling("nothing is kept"));
    }

    /** Removes everything but the logs, because an error message has just named one of them. */
    void deleteAllButLogs() {
        deleteExcept(path.resolve(LOGS));
    }

    private void deleteExcept(Path kept) {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                if (!each.startsWith(kept) && !kept.startsWith(each)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (NoSuchFileException alreadyGone) {
            // Deleted by somebody else: as wanted.
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + path, failed);
        }
    }
}
