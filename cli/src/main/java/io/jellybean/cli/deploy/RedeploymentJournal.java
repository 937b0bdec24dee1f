package io.jellybean.cli.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.cli.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is being done to the job of one workflow, on disk before it is done: whoever comes after a crash finds what was meant, and
 * goes on. While it is open nobody else on this machine can open it.
 */
public final class RedeploymentJournal implements AutoCloseable {

    private static final String SERVED = "served.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final FileChannel lockFile;

    private RedeploymentJournal(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** The savepoints that redeployments left, oldest first. */
    private record Kept(List<String> savepoints) {}

    /**
     * Opens that of a workflow.
     *
     * @param folder of all journals; made if it is not there
     * @throws CommandFailedException if another process has it open
     */
    public static RedeploymentJournal open(Path folder, String workflow) {
        Path own = folder.resolve(workflow);
        try {
            Files.createDirectories(own);
            FileChannel lockFile =
                    FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new CommandFailedException(
                        "another jellybean command is deploying or watching %s. Maybe wait for it, or end it."
                                .formatted(workflow));
            }
            return new RedeploymentJournal(own, lockFile);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot open " + own, failed);
        }
    }

    /** No job is to be brought back that ran before. */
    static void forgetAllServed(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> workflows = Files.list(folder)) {
                workflows.forEach(workflow -> remove(workflow.resolve(SERVED)));
            } catch (IOException failed) {
                throw new UncheckedIOException("Cannot read " + folder, failed);
            }
        }
    }

    /** The redeployment that was begun and not finished, if there is one. */
    Optional<RedeploymentIntent> unfinished() {
        return read(intentFile(), RedeploymentIntent.class);
    }

    /** Says what will be done, at once or not at all. */
    RedeploymentIntent write(RedeploymentIntent intent) {
        write(intentFile(), intent);
        return intent;
    }

    /** What the workflow's job serves, if that was written down. */
    Optional<ServedPlan> served() {
        return read(servedFile(), ServedPlan.class);
    }

    /** Says what the workflow's job serves from now on, or will in a moment. */
    void write(ServedPlan served) {
        write(servedFile(), served);
    }

    /** The workflow's job has ended. */
    void forgetServed() {
        remove(servedFile());
    }

    /** It is done, or given up. */
    void finished() {
        remove(intentFile());
    }

    /**
     * Adds a savepoint to those that are kept.
     *
     * @return those that are too many now, oldest first
     */
    List<String> keep(String savepoint, int most) {
        List<String> savepoints = new ArrayList<>(
                read(savepointsFile(), Kept.class).map(Kept::savepoints).orElse(List.of()));
        savepoints.remove(savepoint);
        savepoints.add(savepoint);
        List<String> surplus = List.copyOf(savepoints.subList(0, Math.max(0, savepoints.size() - most)));
        write(savepointsFile(), new Kept(savepoints.subList(surplus.size(), savepoints.size())));
        return surplus;
    }

    @Override
    public void close() {
        try {
            lockFile.close(); // and the lock with it
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot close " + folder.resolve("lock"), failed);
        }
    }

    private Path intentFile() {
        return folder.resolve("redeployment.json");
    }

    private Path servedFile() {
        return folder.resolve(SERVED);
    }

    private Path savepointsFile() {
        return folder.resolve("savepoints.json");
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException thisProcess) {
            return null;
        }
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), type));
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    "%s cannot be read: %s. Maybe remove it, if the cluster's job is as it should be."
                            .formatted(file, unreadable.getMessage()));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + file, failed);
        }
    }

    private static void write(Path file, Object content) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            JSON.writeValue(draft.toFile(), content);
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }
}
