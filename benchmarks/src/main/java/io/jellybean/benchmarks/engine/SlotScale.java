package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import java.io.IOException;
import java.util.List;

/** Frames per second and memory of one worker by the number of its slots. */
final class SlotScale {

    private static final List<Integer> SLOTS = List.of(1, 2, 3, 4);
    private static final String JOB = "-job";
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 60;
    private static final double BYTES_PER_MB = 1e6;
    private static final Served WHAT = Served.DETECTOR_L;

    private final JellyBeanHome home;
    private final Requests requests;

    SlotScale(JellyBeanHome home, Requests requests) {
        this.home = home;
        this.requests = requests;
    }

    void addTo(ResultsPage page) throws IOException, InterruptedException {
        page.text("""
                ### Slots

                One worker detects vehicles (%s) in frames that are sent at once, medians of %d rounds of %d s after %d s. Its slots, the ingest
                host, broker and JobManager share all cores of this machine: more slots than cores add nothing but memory. Memory is what
                is resident of the worker's process. `benchmarks/run scale`
                """.formatted(WHAT.name(), ROUNDS, SideBySide.MEASURED_SECONDS, WARM_UP_SECONDS));
        ResultTable table =
                new ResultTable("slots", "frames/s", "CPU ms per frame", "memory, MB", "memory per slot, MB");
        try (Step step = Terminal.ofStandardError().step("Slots", (long) SLOTS.size() * ROUNDS)) {
            for (int slots : SLOTS) {
                measure(slots, table, step);
            }
        }
        page.table("slots", table);
    }

    private void measure(int slots, ResultTable table, Step step) throws IOException, InterruptedException {
        try (TemporaryFolder folder = new TemporaryFolder();
                ServedCluster cluster = new ServedCluster(home, new OneWorkerPlan(slots, false), folder.path())) {
            cluster.ensureSources(WHAT, JOB, requests.partitions());
            measure(slots, cluster, table, step);
        }
    }

    private void measure(int slots, ServedCluster cluster, ResultTable table, Step step)
            throws IOException, InterruptedException {
        try (FlinkJob engine = new FlinkJob(cluster, WHAT, JOB);
                EngineRounds job = new EngineRounds(cluster, WHAT, requests, JOB, engine)) {
            job.round(WHAT.requestsWithin(WARM_UP_SECONDS), WHAT.requestsWithin(SideBySide.MEASURED_SECONDS));
            Rounds rounds = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(job.round(
                        WHAT.requestsWithin(SideBySide.BEGIN_SECONDS),
                        WHAT.requestsWithin(SideBySide.MEASURED_SECONDS)));
                step.advance();
            }
            double megabytes = cluster.residentBytes() / BYTES_PER_MB;
            table.add(
                    slots,
                    number(rounds.medianPerSecond(), 1),
                    number(rounds.medianCpuMillis(), 2),
                    number(megabytes, 0),
                    number(megabytes / slots, 0));
        }
    }
}
