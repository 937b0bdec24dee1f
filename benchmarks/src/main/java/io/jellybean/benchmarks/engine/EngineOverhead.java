package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.deploy.PlannedCluster;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Frames per second from Kafka through the job to Kafka beside those of a bare loop over the same frames. */
public final class EngineOverhead {

    private static final int ROUNDS = 3;

    /** For so long at about the rate of its case a job serves: its JVMs go on compiling for most of it. */
    private static final int JOB_SECONDS = 50;

    /** And for so long a loop goes on, which has less to compile. */
    private static final int LOOP_SECONDS = 20;

    /** What is measured of both: the last seconds. */
    private static final int MEASURED_SECONDS = 12;

    private final JellyBeanHome home;
    private final FilledTopic topic = new FilledTopic();

    /** What is compared, at about which rate, and which share of the bare loop's rate is the goal. */
    private record Case(Variants variants, int framesPerSecond, double goal) {

        int jobFrames() {
            return framesPerSecond * JOB_SECONDS;
        }

        int loopFrames() {
            return framesPerSecond * LOOP_SECONDS;
        }

        int measuredFrames() {
            return framesPerSecond * MEASURED_SECONDS;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(new Variants("vehicle-detector-s", null), 300, 0.85),
            new Case(new Variants("vehicle-detector-l", null), 80, 0.95),
            new Case(new Variants("vehicle-detector-s", "vehicle-embedding-s"), 220, 0.90));

    public EngineOverhead(JellyBeanHome home) {
        this.home = home;
    }

    /** Runs all rounds and writes what came of it. */
    public Path run(Path results) throws IOException, InterruptedException {
        ResultsPage page = new ResultsPage(results, "engine", "What the engine costs");
        page.text("""
                Frames per second from a filled topic through the job to a topic of results, beside a bare loop that has the same frames
                in its memory: the same operators, one thread of inference on each side. What is measured, the loop or both TaskManagers,
                has one core; broker, JobManager and everything else have the other. %d rounds of the loop and the job in turn; of each some
                %d s are measured, after %d s of the loop and %d s of the job, in which their JVMs compile what they need. Medians, and the
                range of the ratio; new JVMs go on compiling for minutes on the core that they serve on. `benchmarks/run engine`
                """.formatted(
                        ROUNDS, MEASURED_SECONDS, LOOP_SECONDS - MEASURED_SECONDS, JOB_SECONDS - MEASURED_SECONDS));
        ResultTable table = new ResultTable(
                "served",
                "loop, frames/s",
                "job, frames/s",
                "job to loop",
                "range",
                "goal",
                "loop, CPU ms",
                "job, CPU ms");
        ResultTable rounds =
                new ResultTable("served", "round", "loop frames/s", "job frames/s", "loop CPU ms", "job CPU ms");
        Cores.confine(ProcessHandle.current().pid(), Cores.OTHERS);
        try (Step step = Terminal.ofStandardError().step("Measuring the engine", (long) CASES.size() * ROUNDS)) {
            for (Case each : CASES) {
                add(each, table, rounds, step);
            }
        }
        page.table("overhead", table);
        page.keep("rounds", rounds);
        return page.save();
    }

    private void add(Case what, ResultTable table, ResultTable rounds, Step step)
            throws IOException, InterruptedException {
        double[] loopRates = new double[ROUNDS];
        double[] jobRates = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        double[] loopCpu = new double[ROUNDS];
        double[] jobCpu = new double[ROUNDS];
        Path folder = Files.createTempDirectory("jellybean-bench-");
        try (LocalCluster cluster = start(folder)) {
            String kafka = cluster.kafka().bootstrapServers();
            topic.fill(kafka, what.jobFrames());
            for (int round = 0; round < ROUNDS; round++) {
                Throughput loop = loop(what, kafka, folder);
                Throughput job = job(what, cluster);
                step.advance();
                System.err.printf(
                        Locale.ROOT,
                        "  %s, round %d: loop %.1f/s, %.2f ms CPU; job %.1f/s, %.2f ms CPU%n",
                        what.variants(),
                        round + 1,
                        loop.framesPerSecond(),
                        loop.cpuMillisPerFrame(),
                        job.framesPerSecond(),
                        job.cpuMillisPerFrame());
                loopRates[round] = loop.framesPerSecond();
                jobRates[round] = job.framesPerSecond();
                ratios[round] = job.framesPerSecond() / loop.framesPerSecond();
                loopCpu[round] = loop.cpuMillisPerFrame();
                jobCpu[round] = job.cpuMillisPerFrame();
                rounds.add(
                        what.variants(),
                        round + 1,
                        number(loopRates[round], 1),
                        number(jobRates[round], 1),
                        number(loopCpu[round], 3),
                        number(jobCpu[round], 3));
            }
        } finally {
            delete(folder);
        }
        Arrays.sort(ratios);
        table.add(
                what.variants(),
                number(median(loopRates), 1),
                number(median(jobRates), 1),
                number(median(ratios), 3),
                number(ratios[0], 3) + " to " + number(ratios[ROUNDS - 1], 3),
                number(what.goal(), 2),
                number(median(loopCpu), 2),
                number(median(jobCpu), 2));
    }

    private LocalCluster start(Path folder) throws InterruptedException {
        LocalCluster cluster = LocalCluster.start(
                Distribution.below(home.root()),
                PlannedCluster.taskManagers(OneWorkerPlan.INFRASTRUCTURE),
                LocalPorts.free(),
                folder.resolve("logs"));
        Cores.confine(cluster.kafka().process().pid(), Cores.OTHERS);
        Cores.confine(cluster.flink().jobManager().pid(), Cores.OTHERS);
        for (long pid : workers(cluster)) {
            Cores.confine(pid, Cores.MEASURED);
        }
        new Topics(cluster.kafka().bootstrapServers())
                .ensure(Stream.concat(
                                Stream.of(Topic.frames("frames", topic.cameras())),
                                Stream.of("detections", "tracks", "vehicles", "rejected")
                                        .map(name -> Topic.results(name, 1)))
                        .toList());
        return cluster;
    }

    private static List<Long> workers(LocalCluster cluster) {
        return cluster.flink().taskManagers().values().stream()
                .map(ChildProcess::pid)
                .toList();
    }

    private static Throughput loop(Case what, String kafka, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Cores.onMeasured());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                kafka,
                String.valueOf(what.loopFrames()),
                String.valueOf(what.loopFrames() - what.measuredFrames())));
        command.addAll(List.of(what.variants().arguments()));
        Path out = folder.resolve("loop.out");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("loop.err").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "the bare loop failed: " + Files.readString(folder.resolve("loop.err")));
            }
        } finally {
            process.destroyForcibly();
        }
        String[] numbers = Files.readString(out).strip().split(" ", 2);
        return new Throughput(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    private Throughput job(Case what, LocalCluster cluster) throws InterruptedException {
        Workflow workflow = WorkflowFile.read(home.path("examples/vehicle-tracking/workflow.yaml"))
                .workflow();
        DeployablePlan plan = OneWorkerPlan.of(workflow, what.variants().byOperator());
        String kafka = cluster.kafka().bootstrapServers();
        FlinkRest flink = cluster.flink().rest();
        try (ServedTopic results = new ServedTopic(kafka, what.variants().resultTopic())) {
            Job job = new JobDeployment(flink, home).submit(plan, kafka);
            try {
                return results.measure(what.jobFrames() - what.measuredFrames(), what.jobFrames(), workers(cluster));
            } finally {
                flink.cancel(job.id());
                cluster.flink()
                        .jobManager()
                        .awaitReady(() -> flink.job(job.id()).state().isTerminal(), Duration.ofMinutes(1));
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
