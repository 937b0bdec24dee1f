package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people would use instead: Spark Structured Streaming with the same operators, from and to the same topics. */
public final class SparkComparison {

    private static final int WARM_UP_SECONDS = 60;

    /** More are not taken at once, so that a round has several micro-batches. */
    private static final int BATCH_SECONDS = 2;

    /** Latency is measured at this share of Spark's rate. */
    private static final double PACED_SHARE = 0.5;

    private static final int PACED_SECONDS = 30;
    private static final double PERCENT = 100;
    private static final String SPARK = "-spark";
    private static final String JOB = "-job";

    private final JellyBeanHome home;
    private String version = "";
    private final ResultTable throughput = new ResultTable(
            "served",
            "Spark, per second",
            "JellyBean, per second",
            "JellyBean to Spark",
            "range",
            "Spark, CPU ms",
            "JellyBean, CPU ms");
    private final ResultTable latency =
            new ResultTable("served", "requests per second", "Spark, p50 and p99 ms", "JellyBean, p50 and p99 ms");
    private final ResultTable rounds = new ResultTable(
            "served", "round", "Spark per second", "JellyBean per second", "Spark CPU ms", "JellyBean CPU ms");
    private final Map<Served, Double> engineRatios = new LinkedHashMap<>();

    private static final List<Served> DETECTORS = List.of(Served.DETECTOR_S, Served.DETECTOR_L);
    private static final List<Served> WORKFLOWS = List.of(Served.TRACKING, Served.QUESTIONS);
    private static final List<Served> CASES =
            Stream.concat(DETECTORS.stream(), WORKFLOWS.stream()).toList();

    public SparkComparison(JellyBeanHome home) {
        this.home = home;
    }

    /** Runs all rounds and writes what came of them, after each case, since all of them take long. */
    public Path run(Path results) throws IOException, InterruptedException {
        Requests requests = Requests.draw(home.path("models/evaluation/speech"));
        Path written = results;
        try (Step step = Terminal.ofStandardError().step("Beside Spark", (long) CASES.size() * SideBySide.ROUNDS)) {
            for (Served each : CASES) {
                try (TemporaryFolder folder = new TemporaryFolder();
                        ServedCluster cluster = new ServedCluster(home, OneWorkerPlan.ONE_SLOT, folder.path())) {
                    cluster.confine();
                    double ratio = compare(each, cluster, requests, folder.path(), step);
                    if (WORKFLOWS.contains(each)) {
                        engineRatios.put(each, ratio);
                    }
                }
                written = write(results);
            }
        }
        return written;
    }

    private Path write(Path results) throws IOException {
        ResultsPage page = new ResultsPage(results, "spark", "Beside Spark");
        page.text(
                """
                Spark Structured Streaming %s and JellyBean's job read the same requests, run the same operators with the same models and
                write to the same topics, on one core each in turn, broker and everything else on the other; both at least once. Both stay,
                serve for %d s before the first of %d rounds of %d s, and get the frames of a round at once, some seconds before it is
                measured; spoken questions are asked as fast as they are answered. Where more requests are waiting, a micro-batch takes those
                of about %d s. JellyBean does more: it associates vehicles across cameras, and gives a question up whose frame does not come.
                `benchmarks/run spark`
                """.formatted(version, WARM_UP_SECONDS, SideBySide.ROUNDS, SideBySide.MEASURED_SECONDS, BATCH_SECONDS));
        page.table("throughput", throughput);
        page.text("""
                From capture to the write of the result at a steady %.0f %% of the rate that Spark reached, with micro-batches that begin as
                soon as the one before is done:
                """.formatted(PACED_SHARE * PERCENT));
        page.table("latency", latency);
        page.text("""
                ### Dollars per million requests

                The same variants, by the measured profiles and the prices of `examples`, for 1, 10, 100 and 1,000 streets of %d cameras with
                workers of their own, at most %.0f %% busy. Spark has everything in the cloud; it is planned for by the same planner with
                service times that are multiplied by the ratio measured above. The share of the engine is that of the logarithms of the two
                ratios. The paper says "up to 5 times cheaper".
                """.formatted(City.CAMERAS_PER_STREET, City.MAX_UTILISATION * PERCENT));
        for (Map.Entry<Served, Double> each : engineRatios.entrySet()) {
            City city = City.read(home.path("examples"), each.getKey().workflow());
            new DollarsPerRequest(city, each.getKey(), each.getValue()).addTo(page);
        }
        page.keep("rounds", rounds);
        return page.save();
    }

    /** How many times as many requests JellyBean serves. */
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
