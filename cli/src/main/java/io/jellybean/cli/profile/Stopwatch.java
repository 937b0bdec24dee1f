package io.jellybean.cli.profile;

import io.jellybean.domain.profile.Quantiles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Collects how long work takes: either the CPU time of its thread, which other processes cannot lengthen as they do
 * wall-clock time, over what a slot has of a core; or, where another device does the work, the time on the wall.
 */
final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The CPU clock does not tell less apart. */
    private static final Duration LEAST = Duration.ofNanos(1_000);

    /** Of the normal distribution, two-sided 95 %. */
    private static final double Z95 = 1.96;

    private final LongSupplier clock;
    private final double speed;
    private long[] nanos = new long[256];
    private int count;

    private Stopwatch(LongSupplier clock, double speed) {
        this.clock = clock;
        this.speed = speed;
    }

    /**
     * Of the work of slots.
     *
     * @param coresPerSlot above 0, at most 1
     */
    static Stopwatch ofSlots(double coresPerSlot) {
        return new Stopwatch(THREADS::getCurrentThreadCpuTime, coresPerSlot);
    }

    /** Of the time on the wall. */
    static Stopwatch ofTheWall() {
        return new Stopwatch(System::nanoTime, 1);
    }

    /** All times of several stopwatches. */
    static Stopwatch together(List<Stopwatch> stopwatches) {
        Stopwatch all = ofTheWall();
        for (Stopwatch each : stopwatches) {
            for (int i = 0; i < each.count; i++) {
                all.add(each.nanos[i]);
            }
        }
        return all;
    }

    /** Runs the work on this thread and notes the time that it took. */
    <E extends Exception> void time(Work<E> work) throws E {
        long before = clock.getAsLong();
        work.run();
        add(Math.round((clock.getAsLong() - before) / speed));
    }

    void add(long nanosTaken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = nanosTaken;
    }

    /** How often something was timed. */
    int count() {
        return count;
    }

    /** Of what was noted, at least one microsecond each. */
    Quantiles quantiles() {
        long[] sorted = sorted();
        return new Quantiles(atLeast(sorted, 0.5), atLeast(sorted, 0.75), atLeast(sorted, 0.9), atLeast(sorted, 0.99));
    }

    /** Of what was noted, at least one microsecond. */
    Duration mean() {
        long mean = Math.round(Arrays.stream(nanos, 0, count).average().orElse(0));
        return Duration.ofNanos(Math.max(LEAST.toNanos(), mean));
    }

    /**
     * Half of the 95 % confidence interval of the median, as a share of the median: the interval lies between the values of
     * rank n/2 - 1.96 sqrt(n)/2 and n/2 + 1.96 sqrt(n)/2, whatever the distribution is.
     */
    double precision() {
        if (count == 0) {
            return Double.POSITIVE_INFINITY;
        }
        long[] sorted = sorted();
        double reach = Z95 * Math.sqrt(count) / 2;
        int low = (int) Math.floor(count / 2.0 - reach);
        int high = (int) Math.ceil(count / 2.0 + reach);
        if (low < 0 || high >= count) {
            return Double.POSITIVE_INFINITY;
        }
        double median = Math.max(sorted[count / 2], LEAST.toNanos());
        return (sorted[high] - sorted[low]) / 2.0 / median;
    }

    private Duration atLeast(long[] sorted, double share) {
        Duration time = Duration.ofNanos(sorted[Math.min(count - 1, (int) (share * count))]);
        return time.compareTo(LEAST) < 0 ? LEAST : time;
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Work that is timed. */
    interface Work<E extends Exception> {
        void run() throws E;
    }
}
