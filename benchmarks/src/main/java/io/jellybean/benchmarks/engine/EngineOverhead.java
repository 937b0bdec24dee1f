package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests per second from Kafka through the job to Kafka beside those of a bare loop over the same requests. */
public final class EngineOverhead {

    /** The job's JVMs go on compiling for most of it. */
    private static final int JOB_WARM_UP_SECONDS = 120;

    private static final int LOOP_WARM_UP_SECONDS = 30;

    /** Latency is measured at this share of the rate of the bare loop. */
    private static final double PACED_SHARE = 0.5;

    private static final int PACED_SECONDS = 30;
    private static final String LOOP = "-loop";
    private static final String JOB = "-job";

    private final JellyBeanHome home;
    private final ResultTable overhead = new ResultTable(
            "served",
            "loop, per second",
            "job, per second",
            "job to loop",
            "range",
            "goal",
            "loop, CPU ms",
            "job, CPU ms",
            "loop, p50 and p99 ms",
            "job, p50 and p99 ms");
    private final ResultTable rounds =
            new ResultTable("served", "round", "loop per second", "job per second", "loop CPU ms", "job CPU ms");

    private final ResultTable profile = new ResultTable(
            Stream.concat(Stream.of("served"), CpuProfile.kinds().stream()).toArray(String[]::new));

    /**
     * What is compared.
     *
     * @param goal of the share of the bare loop's rate; empty: none
     */
    private record Case(Served served, String goal) {}

    private static final List<Case> CASES = List.of(
            new Case(Served.DETECTOR_S, "0.85"),
            new Case(Served.DETECTOR_M, ""),
            new Case(Served.DETECTOR_L, "0.95"),
            new Case(Served.TRACKING, "0.90"),
            new Case(Served.QUESTIONS, ""));

    public EngineOverhead(JellyBeanHome home) {
        this.home = home;
    }

    /** Runs all rounds and writes what came of it. */
    public Path run(Path results) throws IOException, InterruptedException {
        ResultsPage page = new ResultsPage(results, "engine", "What the engine costs");
        page.text("""
                Requests per second from Kafka through the job to a topic of results, beside a bare loop that has the same requests in its
                memory: the same operators, one thread of inference on each side. What is measured, the loop or both TaskManagers, has one
                core; broker, JobManager and everything else have the other. Both stay, and serve for a while before the first round (%d s
                and %d s); then they take turns in %d rounds of %d s. Frames of a round are sent at once, some seconds before it is
                measured; spoken questions are asked as fast as they are answered. Medians, and the range of the ratio. Latency is
                that of requests at a steady %.0f %% of the loop's rate, from capture to the write of the result; beside it what the loop
                takes for one request, which waits for nothing. `benchmarks/run engine`
                """.formatted(
                        LOOP_WARM_UP_SECONDS,
                        JOB_WARM_UP_SECONDS,
                        SideBySide.ROUNDS,
                        SideBySide.MEASURED_SECONDS,
                        PACED_SHARE * 100));
        Requests requests = Requests.draw(home.path("models/evaluation/speech"));
        try (Step step =
                Terminal.ofStandardError().step("Measuring the engine", (long) CASES.size() * SideBySide.ROUNDS)) {
            for (Case each : CASES) {
                try (TemporaryFolder folder = new TemporaryFolder();
                        ServedCluster cluster = new ServedCluster(home, OneWorkerPlan.ONE_SLOT, folder.path())) {
                    cluster.confine();
                    compare(each, cluster, requests, folder.path(), step);
                }
            }
        }
        page.table("overhead", overhead);
        page.text("""
                Where the CPU time of both TaskManagers goes, milliseconds of a request, by stacks that a profiler sampled in one more
                round; the bare loop has inference, decoding and operator code alone:
                """);
        page.table("profile", profile);
        page.text("""
                What the job does and the loop does not: it reads each frame from Kafka, checks and numbers it, sends it to another process, as if
                to another machine, and writes the result, all on the same core; and it goes on compiling for minutes, as there is far more to
                compile.
                """);
        page.keep("rounds", rounds);
        return page.save();
    }

    private void compare(Case each, ServedCluster cluster, Requests requests, Path folder, Step step)
            throws IOException, InterruptedException {
        Served what = each.served();
        SideBySide comparison = new SideBySide(what);
        cluster.fill(what, LOOP, requests, LoopProcess.REQUESTS);
        cluster.ensureSources(what, JOB, requests.partitions());
        try (LoopProcess loop = new LoopProcess(what, cluster.kafka(), LOOP, folder);
                FlinkJob engine = new FlinkJob(cluster, what, JOB);
                EngineRounds job = new EngineRounds(cluster, what, requests, JOB, engine)) {
            comparison.warmUp(loop, LOOP_WARM_UP_SECONDS);
            comparison.warmUp(job, JOB_WARM_UP_SECONDS);
            comparison.take(loop, job, rounds, step::advance);
            Rounds loops = comparison.first();
            Rounds jobs = comparison.second();
            double paced = loops.medianPerSecond() * PACED_SHARE;
            Latencies latencies =
                    job.latencies(paced, (int) (paced * SideBySide.BEGIN_SECONDS), (int) (paced * PACED_SECONDS));
            addProfile(
                    what,
                    job.profiled(
                            what.requestsWithin(SideBySide.BEGIN_SECONDS),
                            what.requestsWithin(SideBySide.MEASURED_SECONDS),
                            new CpuProfile(home.path("distribution/flink/target/lib"), folder)));
            overhead.add(
                    what.name(),
                    number(loops.medianPerSecond(), 1),
                    number(jobs.medianPerSecond(), 1),
                    number(jobs.medianRatioTo(loops), 3),
                    jobs.rangeOfRatioTo(loops),
                    each.goal(),
                    number(loops.medianCpuMillis(), 2),
                    number(jobs.medianCpuMillis(), 2),
                    loop.taken(),
                    latencies);
        }
    }

    private void addProfile(Served what, Map<String, Double> millisByKind) {
        profile.add(Stream.concat(
                        Stream.of(what.name()),
                        CpuProfile.kinds().stream().map(kind -> number(millisByKind.getOrDefault(kind, 0.0), 3)))
                .toArray());
    }
}
