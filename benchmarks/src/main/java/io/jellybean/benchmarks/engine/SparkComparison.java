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

/** What people would use instead: Spark Structured Streaming with the same operators, from and to the same topics. */
public final class SparkComparison {

    private static final int WARM_UP_SECONDS = 60;

    /** More are not taken at once, so that a round has several micro-batches. */
    private static final int BATCH_SECONDS = 2;

    /** Latency is measured at this share of Spark's rate. */
    private static final double PACED_SHARE = 0.5;

    private static final int PACED_SECONDS = 30;
    private static final String SPARK = "-spark";
    private static final String JOB = "-job";

    private final JellyBeanHome home;
    private String version = "";
    private final ResultTable throughput = new ResultTable(
            "served",
            "Spark, frames/s",
            "JellyBean, frames/s",
            "JellyBean to Spark",
            "range",
            "Spark, CPU ms",
            "JellyBean, CPU ms");
    private final ResultTable latency =
            new ResultTable("served", "at frames/s", "Spark, p50 and p99 ms", "JellyBean, p50 and p99 ms");
    private final ResultTable rounds = new ResultTable(
            "served", "round", "Spark frames/s", "JellyBean frames/s", "Spark CPU ms", "JellyBean CPU ms");

    private static final Served TRACKING = Served.tracking("s", 160);
    private static final List<Served> CASES = List.of(Served.detector("s", 350), Served.detector("l", 80), TRACKING);

    public SparkComparison(JellyBeanHome home) {
        this.home = home;
    }

    /** Runs all rounds and writes what came of it. */
    public Path run(Path results) throws IOException, InterruptedException {
        ResultsPage page = new ResultsPage(results, "spark", "Beside Spark");
        Requests requests = Requests.draw(home.path("models/evaluation/speech"));
        double tracked = 1;
        try (Step step = Terminal.ofStandardError().step("Beside Spark", (long) CASES.size() * SideBySide.ROUNDS)) {
            for (Served each : CASES) {
                try (TemporaryFolder folder = new TemporaryFolder();
                        ServedCluster cluster = new ServedCluster(home, OneWorkerPlan.ONE_SLOT, folder.path())) {
                    cluster.confine();
                    tracked = compare(each, cluster, requests, folder.path(), step);
                }
            }
        }
        page.text(
                """
                Spark Structured Streaming %s and JellyBean's job read the same frames, run the same operators with the same models and
                write to the same topics, on one core each in turn, broker and everything else on the other; both at least once. Both stay,
                serve for %d s before the first of %d rounds of %d s, and get the frames of a round at once, some seconds before it is
                measured. Where more frames are waiting, a micro-batch takes those of about %d s. Spark tracks each camera and does not associate vehicles across cameras,
                which JellyBean's job does besides. `benchmarks/run spark`
                """.formatted(version, WARM_UP_SECONDS, SideBySide.ROUNDS, SideBySide.MEASURED_SECONDS, BATCH_SECONDS));
        page.table("throughput", throughput);
        page.text("""
                From capture to the write of the result at a steady %.0f %% of the rate that Spark reached, with micro-batches that begin as
                soon as the one before is done:
                """.formatted(PACED_SHARE * 100));
        page.table("latency", latency);
        new DollarsPerFrame(home.path("examples/vehicle-tracking"), TRACKING, tracked).addTo(page);
        page.keep("rounds", rounds);
        return page.save();
    }

    /** How many times as many frames JellyBean serves. */
    private double compare(Served what, ServedCluster cluster, Requests requests, Path folder, Step step)
            throws IOException, InterruptedException {
        SideBySide comparison = new SideBySide(what);
        cluster.ensureSources(what, SPARK, requests.partitions());
        cluster.ensureSources(what, JOB, requests.partitions());
        try (SparkProcess sparkEngine =
                        new SparkProcess(cluster, home, what, SPARK, what.requestsWithin(BATCH_SECONDS), folder);
                FlinkJob flinkEngine = new FlinkJob(cluster, what, JOB);
                EngineRounds spark = new EngineRounds(cluster, what, requests, SPARK, sparkEngine);
                EngineRounds job = new EngineRounds(cluster, what, requests, JOB, flinkEngine)) {
            version = sparkEngine.version();
            comparison.warmUp(spark, WARM_UP_SECONDS);
            comparison.warmUp(job, WARM_UP_SECONDS);
            comparison.take(spark, job, rounds, step::advance);
            Rounds sparks = comparison.first();
            Rounds jobs = comparison.second();
            throughput.add(
                    what.name(),
                    number(sparks.medianPerSecond(), 1),
                    number(jobs.medianPerSecond(), 1),
                    number(jobs.medianRatioTo(sparks), 2),
                    jobs.rangeOfRatioTo(sparks),
                    number(sparks.medianCpuMillis(), 2),
                    number(jobs.medianCpuMillis(), 2));
            double paced = sparks.medianPerSecond() * PACED_SHARE;
            int begin = (int) (paced * SideBySide.BEGIN_SECONDS);
            int measured = (int) (paced * PACED_SECONDS);
            latency.add(
                    what.name(),
                    number(paced, 1),
                    spark.latencies(paced, begin, measured),
                    job.latencies(paced, begin, measured));
            return jobs.medianRatioTo(sparks);
        }
    }
}
