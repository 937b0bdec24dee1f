package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.cli.cluster.kafka.Topic;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.deploy.PlacementCheck;
import io.jellybean.cli.deploy.Placements;
import io.jellybean.cli.deploy.PlannedCluster;
import io.jellybean.cli.profile.SampleFrames;
import io.jellybean.cli.profile.WorkflowProfiler;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.spec.JobRules;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.StreetSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run of the demo, from the files to the report. */
final class Demo {

    private static final Duration MEASURE_EACH_VARIANT = Duration.ofSeconds(2);
    private static final Duration NO_NEWS = Duration.ofSeconds(20);

    /** Half a gigabyte of pictures, which are held in memory so that drawing does not compete with serving. */
    private static final int MOST_FRAMES = 12_000;

    private static final int MOST_FRAMES_PER_SECOND = 120;

    private final JellyBeanHome home;
    private final DemoSettings settings;
    private final Terminal terminal;
    private final DemoFolder folder;

    Demo(JellyBeanHome home, DemoSettings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.folder = new DemoFolder(settings.out());
    }

    /** Runs everything and leaves nothing behind but the report. */
    DemoReport run() throws InterruptedException {
        settings.ports().requireFree();
        folder.prepare();
        WorkflowAndObjective wanted = WorkflowFile.read(settings.workflow());
        List<String> broken = JobRules.broken(wanted.workflow());
        if (!broken.isEmpty()) {
            throw new CommandFailedException(String.join("\n", broken));
        }
        List.of(OperatorKind.DETECT, OperatorKind.TRACK).forEach(kind -> topicOf(kind, wanted.workflow()));
        Infrastructure infrastructure = InfrastructureFile.read(settings.infrastructure());
        StreetSettings street = StreetSettings.defaults().withSeed(settings.streetSeed());
        double framesPerSecond = wanted.objective().requestsPerSecondBySource().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / street.cameras();
        if (framesPerSecond > MOST_FRAMES_PER_SECOND) {
            throw new CommandFailedException(
                    "the demo's cameras take at most %d frames per second, but requestsPerSecond wants %.1f of each of %d. Maybe lower it in the workflow."
                            .formatted(MOST_FRAMES_PER_SECOND, framesPerSecond, street.cameras()));
        }
        StreetRecording recording = record(street.withFramesPerSecond(framesPerSecond));
        Profile profile = measure(wanted, infrastructure, recording, framesPerSecond);
        DemoPlan planned = plan(wanted, infrastructure, profile);
        DemoRun run = serve(wanted, infrastructure, planned, recording, framesPerSecond);
        DemoReport report = new DemoReport(planned, run, settings.out());
        folder.save(planned, run, report);
        return report;
    }

    private StreetRecording record(StreetSettings street) throws InterruptedException {
        int framesPerCamera = (int) Math.round(settings.seconds() * street.framesPerSecond());
        int frames = framesPerCamera * street.cameras();
        if (frames > MOST_FRAMES) {
            throw new CommandFailedException(
                    "the demo keeps its frames in memory, at most %d, but %d s with %d cameras have %d. Maybe lower --seconds, or requestsPerSecond in the workflow."
                            .formatted(MOST_FRAMES, settings.seconds(), street.cameras(), frames));
        }
        try (Step step = terminal.step(
                "Drawing %d s of a street with %d cameras".formatted(settings.seconds(), street.cameras()), frames)) {
            StreetRecording recording = StreetRecording.of(street, framesPerCamera, step::advance);
            step.done("%d frames, %.1f MB".formatted(recording.size(), recording.bytes() / 1e6));
            return recording;
        }
    }

    private Profile measure(
            WorkflowAndObjective wanted,
            Infrastructure infrastructure,
            StreetRecording recording,
            double framesPerSecond) {
        List<byte[]> sample = recording.frames(recording.cameras().get(0)).stream()
                .limit(100)
                .map(CameraFrame::jpeg)
                .toList();
        List<String> workerTypes = infrastructure.groups().stream()
                .map(WorkerGroup::type)
                .distinct()
                .toList();
        int variants = wanted.workflow().operators().stream()
                .map(Operator::variants)
                .mapToInt(List::size)
                .sum();
        try (Step step = terminal.step("Measuring service times of %d variants".formatted(variants), variants)) {
            Profile profile = new WorkflowProfiler(
                            wanted.workflow(),
                            workerTypes,
                            new SampleFrames(sample, framesPerSecond),
                            MEASURE_EACH_VARIANT)
                    .measure(step::advance);
            step.done("done");
            return profile;
        }
    }

    private DemoPlan plan(WorkflowAndObjective wanted, Infrastructure infrastructure, Profile profile) {
        try (Step step = terminal.step("Planning")) {
            DemoPlan planned = new DemoPlanning(wanted, infrastructure).plan(profile);
            step.done(String.format(
                    Locale.ROOT,
                    "%s, %.4f $ per hour",
                    planned.plan().solver().status().name().toLowerCase(Locale.ROOT),
                    planned.plan().cost().total()));
            return planned;
        }
    }

    private DemoRun serve(
            WorkflowAndObjective wanted,
            Infrastructure infrastructure,
            DemoPlan planned,
            StreetRecording recording,
            double framesPerSecond)
            throws InterruptedException {
        JobSpec job = JobSpecCompiler.compile(planned.deployable());
        try (LocalCluster cluster = start(infrastructure)) {
            String kafka = cluster.kafka().bootstrapServers();
            cluster.kafka().createTopics(topics(wanted, recording.cameras().size()));
            Job running = submit(cluster, planned, kafka);
            Placements placements = new PlacementCheck(cluster.flink().rest()).of(running, job);
            List<DemoRun.SentFrame> sent = feed(cluster, wanted, kafka, recording, framesPerSecond);
            DemoRun run =
                    collect(wanted.workflow(), cluster.flink().rest(), running, kafka, recording, sent, placements);
            cluster.children().throwIfOneFailed();
            return run;
        }
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

    private static List<Topic> topics(WorkflowAndObjective wanted, int cameras) {
        // The broker's clock stamps results: latency is measured to the moment they are written down.
        Map<String, String> stampedByBroker = Map.of("message.timestamp.type", "LogAppendTime");
        List<Topic> topics = new ArrayList<>();
        wanted.workflow().sources().forEach(source -> topics.add(new Topic(source.topic(), cameras)));
        wanted.workflow().sinks().stream()
                .map(Sink::topic)
                .distinct()
                .forEach(topic -> topics.add(new Topic(topic, cameras, stampedByBroker)));
        topics.add(new Topic(JobSpec.REJECTED_TOPIC, 1, stampedByBroker));
        return topics;
    }

    private Job submit(LocalCluster cluster, DemoPlan planned, String kafka) throws InterruptedException {
        try (Step step = terminal.step("Submitting the job")) {
            Job running = new JobDeployment(cluster.flink().rest(), home.jobJar()).submit(planned.deployable(), kafka);
            step.done("%d vertices run".formatted(running.vertices().size()));
            return running;
        }
    }

    private List<DemoRun.SentFrame> feed(
            LocalCluster cluster,
            WorkflowAndObjective wanted,
            String kafka,
            StreetRecording recording,
            double framesPerSecond) {
        List<TimedFrame> schedule = FeedSchedule.of(recording, framesPerSecond, settings.badFrames());
        String topic = wanted.workflow().sources().get(0).topic();
        String title = String.format(
                Locale.ROOT,
                "Feeding %d cameras, %.0f frames per second each",
                recording.cameras().size(),
                framesPerSecond);
        try (Step step = terminal.step(title, schedule.size())) {
            long[] capturedAtMillis = new FrameFeeder(kafka, topic).feed(schedule, sent -> {
                step.advance();
                cluster.children().throwIfOneFailed();
            });
            step.done("%d frames sent".formatted(schedule.size()));
            List<DemoRun.SentFrame> sent = new ArrayList<>();
            for (int i = 0; i < capturedAtMillis.length; i++) {
                sent.add(new DemoRun.SentFrame(schedule.get(i), capturedAtMillis[i]));
            }
            return sent;
        }
    }

    private DemoRun collect(
            Workflow workflow,
            FlinkRest flink,
            Job running,
            String kafka,
            StreetRecording recording,
            List<DemoRun.SentFrame> sent,
            Placements placements) {
        int bad = (int) sent.stream().filter(frame -> frame.frame().isBad()).count();
        int good = sent.size() - bad;
        try (Step step = terminal.step("Collecting results");
                TopicReader<TrackedFrame> tracks =
                        new TopicReader<>(kafka, topicOf(OperatorKind.TRACK, workflow), ResultJson.TRACKED_FRAME);
                TopicReader<DetectedFrame> detections =
                        new TopicReader<>(kafka, topicOf(OperatorKind.DETECT, workflow), ResultJson.DETECTED_FRAME);
                TopicReader<RejectedFrame> rejections =
                        new TopicReader<>(kafka, JobSpec.REJECTED_TOPIC, ResultJson.REJECTED_FRAME)) {
            DemoRun run = new DemoRun(
                    recording,
                    sent,
                    detections.readUntil(good, NO_NEWS),
                    tracks.readUntil(good, NO_NEWS),
                    rejections.readUntil(bad, NO_NEWS),
                    placements,
                    flink.failure(running.id()).isPresent() ? 1 : 0);
            step.done("%d frames with tracks, %d rejected"
                    .formatted(run.tracks().size(), run.rejections().size()));
            return run;
        }
    }

    /** Where the results of the operator of this kind are written. */
    private static String topicOf(OperatorKind kind, Workflow workflow) {
        return workflow.sinks().stream()
                .filter(sink -> workflow.operator(sink.from()).kind() == kind)
                .map(Sink::topic)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(
                        "workflow %s: the demo compares detections and tracks with the ground truth, but no sink takes the results of an operator of kind %s. Maybe add one under \"sinks\"."
                                .formatted(workflow.id(), kind.name().toLowerCase(Locale.ROOT))));
    }
}
