package io.jellybean.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Confines processes to one core each, so that both sides of a comparison have as much. */
final class Cores {

    /** Of what is measured. */
    static final int MEASURED = 0;

    /** Of the broker, the JobManager and this JVM. */
    static final int OTHERS = 1;

    /** All that this process may use in the beginning, before it is confined itself. */
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private Cores() {}

    /**
     * Confines all threads of a process, and those that they will start.
     *
     * @throws IllegalStateException if there is no such core or process, or no {@code taskset}
     */
    static void confine(long pid, int core) throws InterruptedException {
        allow(pid, String.valueOf(core));
    }

    /** Lets it have all cores again. */
    static void release(long pid) throws InterruptedException {
        allow(pid, "0-" + (ALL - 1));
    }

    private static void allow(long pid, String cores) throws InterruptedException {
        List<String> command = List.of("taskset", "--all-tasks", "--cpu-list", "--pid", cores, String.valueOf(pid));
        try {
            Process taskset = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (taskset.waitFor() != 0) {
                throw new IllegalStateException("%s failed".formatted(command));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("Cannot run taskset. Maybe install util-linux", missing);
        }
    }

    /** The command line that starts a process on the core of what is measured. */
    static List<String> onMeasured() {
        return List.of("taskset", "--cpu-list", String.valueOf(MEASURED));
    }
}
