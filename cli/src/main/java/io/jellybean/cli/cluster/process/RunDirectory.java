package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary directory of one run, and the folder with the logs of its processes, which stays. */
public final class RunDirectory {

    private final Path path;
    private final Path logs;

    private RunDirectory(Path path, Path logs) {
        this.path = path;
        this.logs = logs;
    }

    /**
     * Makes a new directory, readable by this user only, below the system's temporary directory.
     *
     * @param logs where the processes write what they have to say; made if it is not there, and emptied of older logs
     */
    public static RunDirectory create(Path logs) {
        try {
            Path folder = Files.createDirectories(logs.toAbsolutePath());
            try (DirectoryStream<Path> older = Files.newDirectoryStream(folder, "*.log")) {
                for (Path log : older) {
                    Files.delete(log);
                }
            }
            return new RunDirectory(Files.createTempDirectory("jellybean-"), folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make the directories of the run", failed);
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
        return logs.resolve(processName + ".log");
    }

    /** Removes everything but the logs. */
    void delete() {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException alreadyGone) {
            // Deleted by somebody else: as wanted.
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + path, failed);
        }
    }
}
