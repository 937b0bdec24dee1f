package io.jellybean.cli.demo;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.deploy.PlacementCheck;
import io.jellybean.cli.deploy.Placements;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.planner.replan.Observation;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Serves a plan on a cluster of processes, plays requests to it and takes down what comes out. */
final class DemoServing {

    /** Of the first half: the job has settled by then, and there is time to see it as it was planned. */
    private static final double NEARLY = 0.6;

    private final JellyBeanHome home;
    private final DemoSettings settings;
    private final Terminal terminal;
    private final DemoFolder folder;

    DemoServing(JellyBeanHome home, DemoSettings settings, Terminal terminal, DemoFolder folder) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.folder = folder;
    }

    /** From the first process to the last result; nothing runs on. */
    DemoRun serve(DemoPlan planned, StreetRecording recording, WarmUp warmUp, List<TimedRecord> schedule)
            throws InterruptedException {
        JobSpec job = JobSpecCompiler.compile(planned.deployable());
        DemoTopics topics = new DemoTopics(planned.deployable().workflow());
        try (LocalCluster cluster = start(planned.deployable().infrastructure())) {
            String kafka = cluster.kafka().bootstrapServers();
            new Topics(kafka).ensure(topics.all(recording.cameras().size()));
            Job running = submit(cluster, planned, kafka);
            Placements placements = new PlacementCheck(cluster.flink().rest()).of(running, job);
            Feeder feeder = new Feeder(kafka, topics);
            warmUp(cluster, feeder, new ResultCollector(kafka, topics), warmUp);
            Replanned replanned = null;
            Observation observed = null;
            long[] atMillis;
            if (settings.replan()) {
                try (DemoWatch watch = new DemoWatch(home, cluster.flink().rest(), planned, folder.path())) {
                    atMillis = feed(cluster, feeder, schedule, watch::begin);
                    replanned = watch.end();
                }
            } else {
                try (SteadyMeasurement measurement = measure(cluster, planned, schedule)) {
                    atMillis = feed(cluster, feeder, schedule, () -> {});
                    observed = measurement.end().orElse(null);
                }
            }
            DemoResults results = collect(kafka, topics, new SentRecords(recording, schedule, atMillis));
            int restarts = cluster.flink().rest().failure(running.id()).isPresent() ? 1 : 0;
            cluster.children().throwIfOneFailed();
            return new DemoRun(
                    results.vehicles(),
                    results.questions(),
                    results.rejections(),
                    placements,
                    replanned,
                    observed,
                    restarts);
        }
    }

    private static SteadyMeasurement measure(LocalCluster cluster, DemoPlan planned, List<TimedRecord> schedule) {
        DeployedJob job = new DeployedJobs(cluster.flink().rest())
                .the(planned.deployable().workflow().id());
        long micros = schedule.get(schedule.size() - 1).dueMicros();
        return SteadyMeasurement.begin(cluster.flink().rest(), job, Duration.of(micros, ChronoUnit.MICROS));
    }

    private LocalCluster start(Infrastructure infrastructure) throws InterruptedException {
        List<TaskManagerSpec> workers = PlannedCluster.taskManagers(infrastructure);
        String title = "Starting a Kafka broker, a Flink JobManager and %d TaskManagers".formatted(workers.size());
        try (Step step = terminal.step(title)) {
            LocalCluster cluster =
                    LocalCluster.start(Distribution.below(home.root()), workers, settings.ports(), folder.logs());
            step.done("Flink at %s, Kafka at %s"
                    .formatted(cluster.flink().rest().address(), cluster.kafka().bootstrapServers()));
            return cluster;
        }
    }

    private Job submit(LocalCluster cluster, DemoPlan planned, String kafka) throws InterruptedException {
        try (Step step = terminal.step("Submitting the job")) {
            Job running = new JobDeployment(cluster.flink().rest(), home).submit(planned.deployable(), kafka);
            step.done("%d vertices run".formatted(running.vertices().size()));
            return running;
        }
    }

    private void warmUp(LocalCluster cluster, Feeder feeder, ResultCollector collector, WarmUp warmUp) {
        try (Step step = terminal.step("Warming up", warmUp.records().size())) {
            feeder.feed(warmUp.records(), () -> {
                step.advance();
                cluster.children().throwIfOneFailed();
            });
            collector.await(warmUp);
            step.done("%d frames, %d questions of another street".formatted(warmUp.frames(), warmUp.questions()));
        }
    }

    /**
     * @param nearlyHalfway told from a while before the middle of the schedule on
     */
    private long[] feed(LocalCluster cluster, Feeder feeder, List<TimedRecord> schedule, Runnable nearlyHalfway) {
        long halfMicros = schedule.get(schedule.size() - 1).dueMicros() / 2;
        long before = schedule.stream()
                .filter(record -> record.dueMicros() < NEARLY * halfMicros)
                .count();
        AtomicLong sentSoFar = new AtomicLong();
        long questions =
                schedule.stream().filter(TimedQuestion.class::isInstance).count();
        String sent = "%d frames, %d questions".formatted(schedule.size() - questions, questions);
        try (Step step = terminal.step("Playing the street and asking", schedule.size())) {
            long[] atMillis = feeder.feed(schedule, () -> {
                if (sentSoFar.incrementAndGet() > before) {
                    nearlyHalfway.run();
                }
                step.advance();
                cluster.children().throwIfOneFailed();
            });
            step.done(sent + " sent");
            return atMillis;
        }
    }

    private DemoResults collect(String kafka, DemoTopics topics, SentRecords sent) {
        try (Step step = terminal.step("Collecting results")) {
            DemoResults results = new ResultCollector(kafka, topics).collect(sent);
            step.done(results.summary());
            return results;
        }
    }
}
