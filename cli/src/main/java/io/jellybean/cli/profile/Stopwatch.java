package io.jellybean.cli.profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/** Collects the CPU time of one thread, which other processes cannot lengthen as they do wall-clock time. */
final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long[] nanos = new long[256];
    private int count;

    /** Runs the work and notes the CPU time that it took on this thread. */
    <E extends Exception> void time(Work<E> work) throws E {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = THREADS.getCurrentThreadCpuTime() - before;
    }

    /** The median of what was noted, at least one microsecond. */
    Duration median() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(Math.max(1_000, sorted[count / 2]));
    }

    /** Work that is timed. */
    interface Work<E extends Exception> {
        void run() throws E;
    }
}
