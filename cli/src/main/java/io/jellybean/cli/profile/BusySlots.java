package io.jellybean.cli.profile;

import io.jellybean.jobs.stage.CpuQuota;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Several slots at work, each a thread with an operator of its own; they begin and end together. Where a slot has less than a core, it is
 * given as much longer.
 */
final class BusySlots {

    /** Sorting all times again after every one would take longer than what is timed. */
    private static final int CALLS_BETWEEN_CHECKS = 64;

    private static final int WARM_UP_SHARE = 3;
    private static final int WARM_UP_CALLS = 100;
    private static final int MOST_SECONDS_TO_WAIT = 120;

    private final MeasuringSettings settings;
    private final boolean onTheWall;

    /**
     * @param onTheWall whether time on the wall counts, because another device than the slot's core does the work
     */
    BusySlots(MeasuringSettings settings, boolean onTheWall) {
        this.settings = settings;
        this.onTheWall = onTheWall;
    }

    /** What all slots together did. */
    record Result(Stopwatch times, double callsPerSecond) {}

    Result measure(Probe probe, int slots) {
        ExecutorService threads = Executors.newFixedThreadPool(slots);
        CyclicBarrier warm = new CyclicBarrier(slots);
        double coresPerSlot = onTheWall ? 1 : CpuQuota.coresPerSlot(slots);
        AtomicBoolean enough = new AtomicBoolean();
        try {
            List<Future<Slot>> running = new ArrayList<>();
            for (int slot = 0; slot < slots; slot++) {
                running.add(threads.submit(() -> work(probe, coresPerSlot, warm, enough)));
            }
            List<Slot> done = new ArrayList<>();
            for (Future<Slot> each : running) {
                done.add(each.get());
            }
            double callsPerSecond =
                    done.stream().mapToDouble(Slot::callsPerSecond).sum();
            return new Result(Stopwatch.together(done.stream().map(Slot::times).toList()), callsPerSecond);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException("a sample cannot be used: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("measuring was interrupted", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Slot(Stopwatch times, double callsPerSecond) {}

    private Slot work(Probe probe, double coresPerSlot, CyclicBarrier warm, AtomicBoolean enough) throws Exception {
        try (Probe.Run run = probe.open()) {
            long limitNanos = Math.round(settings.limit().toNanos() / coresPerSlot);
            warmUp(run, limitNanos);
            warm.await(MOST_SECONDS_TO_WAIT + TimeUnit.NANOSECONDS.toSeconds(limitNanos), TimeUnit.SECONDS);
            return timed(run, onTheWall ? Stopwatch.ofTheWall() : Stopwatch.ofSlots(coresPerSlot), limitNanos, enough);
        } catch (BrokenBarrierException | TimeoutException another) {
            throw new IllegalStateException("another slot failed", another);
        } finally {
            enough.set(true); // whichever slot ends first, for whatever reason, ends all
            warm.reset();
        }
    }

    /** For a third of the limit, and on a machine that is busy otherwise until the code is compiled. */
    private void warmUp(Probe.Run run, long limitNanos) throws Exception {
        long start = System.nanoTime();
        long elapsed;
        int calls = 0;
        do {
            run.call();
            calls++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < limitNanos / WARM_UP_SHARE || (calls < WARM_UP_CALLS && elapsed < limitNanos));
    }

    private Slot timed(Probe.Run run, Stopwatch times, long limitNanos, AtomicBoolean enough) throws Exception {
        long start = System.nanoTime();
        long end = start + limitNanos;
        while (!enough.get()) {
            times.time(run::call);
            if (System.nanoTime() >= end || (times.count() % CALLS_BETWEEN_CHECKS == 0 && isPrecise(times))) {
                break;
            }
        }
        if (times.count() == 0) { // another slot was so fast that this one did not get to begin
            times.time(run::call);
        }
        return new Slot(times, times.count() * 1e9 / (System.nanoTime() - start));
    }

    private boolean isPrecise(Stopwatch times) {
        return times.count() >= settings.leastRepetitions() && times.precision() <= settings.precision();
    }
}
