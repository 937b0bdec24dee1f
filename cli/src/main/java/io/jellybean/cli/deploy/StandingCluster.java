package io.jellybean.cli.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.cli.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A local cluster that stands while commands come and go, as {@code cluster.json} in its folder describes it.
 *
 * @param pid of the process that holds it
 * @param startedAtMillis when that process started, milliseconds since 1970 UTC: a number of a process is given again one day
 * @param flink the address of Flink's REST interface
 * @param kafka the broker's address
 * @param infrastructure the file that it was made from
 */
public record StandingCluster(long pid, long startedAtMillis, String flink, String kafka, String infrastructure) {

    private static final String FILE = "cluster.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The one that this process holds. */
    static StandingCluster ofThisProcess(String flink, String kafka, Path infrastructure) {
        ProcessHandle self = ProcessHandle.current();
        return new StandingCluster(self.pid(), startMillis(self), flink, kafka, infrastructure.toString());
    }

    /** The cluster of a folder, if one stands. */
    public static Optional<StandingCluster> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), StandingCluster.class))
                    .filter(cluster -> cluster.process().isPresent());
        } catch (IOException unreadable) {
            throw new CommandFailedException("%s cannot be read: %s. Maybe remove it, if no cluster stands."
                    .formatted(file, unreadable.getMessage()));
        }
    }

    /** Says in the folder that it stands; at once or not at all. */
    void write(Path folder) {
        Path file = folder.resolve(FILE);
        Path draft = folder.resolve(FILE + ".new");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), this);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    /** It stands no longer. */
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove " + folder.resolve(FILE), failed);
        }
    }

    /**
     * Asks it to end and waits, then ends it.
     *
     * @param patience how long it may take to end in order
     */
    void end(Duration patience) throws InterruptedException {
        Optional<ProcessHandle> process = process();
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        CompletableFuture<ProcessHandle> end = process.get().onExit();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            process.get().destroyForcibly(); // its children end with it
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startMillis(handle) == startedAtMillis);
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
