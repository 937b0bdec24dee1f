package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.JobState;
import io.jellybean.cli.cluster.rest.MetricSummary;
import io.jellybean.cli.cluster.rest.Vertex;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.association.GlobalTrack;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.questions.Answer;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.QuestionLoop;
import io.jellybean.operators.step.VehicleLoop;
import io.jellybean.simulator.QuestionGrammar;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both workflows on a real broker and a real cluster of two tiers, the operators without state spread over both: the job gives the
 * same records as the same operators called in a plain loop.
 */
@Timeout(300)
final class WholeWorkflowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int FRAMES_PER_CAMERA = 60;
    private static final int REQUESTS = 20;
    private static final int LIVE_FRAMES = 30;

    private static final Networks NETWORKS = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);

    private static LocalCluster cluster;

    @BeforeAll
    static void startTheCluster(@TempDir Path folder) throws InterruptedException {
        cluster = LocalCluster.start(
                Distribution.below(JellyBeanHome.ofThisBuild().root()),
                PlannedCluster.taskManagers(HandMadePlans.CORNER),
                LocalPorts.free(),
                folder.resolve("logs"));
        List<Topic> topics = new ArrayList<>(
                List.of(Topic.frames("frames", 2), Topic.frames("asked-frames", 2), Topic.questions("questions", 2)));
        Stream.of("detections", "tracks", "vehicles", "answers", "rejected")
                .map(topic -> Topic.results(topic, 2))
                .forEach(topics::add);
        new Topics(cluster.kafka().bootstrapServers()).ensure(topics);
    }

    @AfterAll
    static void endTheCluster() {
        cluster.close();
    }

    @Test
    void tracksVehiclesAcrossCamerasAsAPlainLoopDoes() throws Exception {
        // given
        Workflow workflow = workflow("vehicle-tracking");
        List<Frame> frames = streetFrames();
        List<TrackedFrame> tracked = new ArrayList<>();
        List<AssociatedTrack> vehicles = new ArrayList<>();
        DeployablePlan plan = HandMadePlans.of(workflow);
        Map<String, String> variants = plan.plan().variantByOperator();
        try (VehicleLoop loop = new VehicleLoop(
                NETWORKS, requireNonNull(variants.get("detect")), requireNonNull(variants.get("embed")))) {
            for (Frame frame : frames) {
                VehicleLoop.Outcome outcome = loop.next(frame);
                tracked.add(outcome.tracked());
                outcome.decided().forEach(track -> vehicles.add(record(track, frame)));
            }
            loop.end().forEach(track -> vehicles.add(record(track, frames.get(frames.size() - 1))));
        }
        assertThat(vehicles).isNotEmpty();

        // when: the frames are there before the job, so that no partition is idle
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Frame frame : frames) {
                FrameName name = frame.name();
                byte[] camera = name.camera().getBytes(UTF_8);
                send(producer, new ProducerRecord<>("frames", null, name.capturedAtMillis(), camera, frame.jpeg()));
            }
        }
        String job = submit(plan);
        List<TrackedFrame> jobTracked = read("tracks", ResultJson.TRACKED_FRAME, frames.size());
        List<AssociatedTrack> jobVehicles = read("vehicles", ResultJson.ASSOCIATED_TRACK, vehicles.size());
        cancel(job);

        // then
        Comparator<TrackedFrame> order =
                Comparator.comparing(TrackedFrame::camera).thenComparing(TrackedFrame::number);
        assertThat(jobTracked.stream().sorted(order))
                .containsExactlyElementsOf(tracked.stream().sorted(order).toList());
        assertThat(jobVehicles).containsExactlyInAnyOrderElementsOf(vehicles);
    }

    @Test
    void answersQuestionsAsAPlainLoopDoesAndEveryRequestOnce() throws Exception {
        // given: spoken questions about the frames of a street, a written one, and halves without the other
        DeployablePlan plan = HandMadePlans.of(workflow("spoken-vqa"));
        Map<String, String> variants = plan.plan().variantByOperator();
        List<Frame> frames = streetFrames().subList(0, REQUESTS + 1);
        List<byte[]> sounds = sounds();
        Map<String, Answer> answers = new HashMap<>();
        try (QuestionLoop loop = new QuestionLoop(
                NETWORKS,
                new QuestionLoop.Variants(
                        requireNonNull(variants.get("recognise")),
                        requireNonNull(variants.get("extract")),
                        requireNonNull(variants.get("answer"))),
                QuestionGrammar.words())) {
            for (int i = 0; i < REQUESTS; i++) {
                answers.put("spoken-" + i, loop.answer(frames.get(i).jpeg(), sounds.get(i)));
            }
        }

        // when
        String job = submit(plan);
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = 0; i < REQUESTS; i++) {
                ask(producer, "spoken-" + i, sounds.get(i));
                show(producer, "spoken-" + i, frames.get(i));
            }
            show(producer, "written", frames.get(REQUESTS));
            ask(producer, "written", "is there a bus".getBytes(UTF_8));
            ask(producer, "without-frame", "is there a bus".getBytes(UTF_8));
            show(producer, "without-question", frames.get(REQUESTS));
            ask(producer, "no-sound", "RIFF and nothing that follows".getBytes(UTF_8));
        }
        List<AnsweredQuestion> answered = read("answers", ResultJson.ANSWERED_QUESTION, REQUESTS + 4);
        cancel(job);

        // then
        assertThat(answered)
                .extracting(AnsweredQuestion::request)
                .doesNotHaveDuplicates()
                .hasSize(REQUESTS + 4);
        Map<String, AnsweredQuestion> byRequest = new HashMap<>();
        answered.forEach(answer -> byRequest.put(answer.request(), answer));
        answers.forEach((request, answer) -> assertThat(requireNonNull(byRequest.get(request)))
                .satisfies(record -> {
                    assertThat(record.outcome()).isEqualTo(AnsweredQuestion.ANSWERED);
                    assertThat(record.answer()).isEqualTo(answer.text());
                    assertThat(record.confidence()).isEqualTo(answer.confidence());
                }));
        assertThat(requireNonNull(byRequest.get("written")).question()).isEqualTo("is there a bus");
        assertThat(requireNonNull(byRequest.get("written")).answer()).isIn("yes", "no");
        assertThat(requireNonNull(byRequest.get("without-frame")).outcome()).isEqualTo(AnsweredQuestion.TIMED_OUT);
        assertThat(requireNonNull(byRequest.get("without-question")).outcome()).isEqualTo(AnsweredQuestion.TIMED_OUT);
        assertThat(requireNonNull(byRequest.get("no-sound")).outcome()).isEqualTo(AnsweredQuestion.REJECTED);
    }

    /** Old frames wait for a job that was down; nobody wants them any more, but every new one. */
    @Test
    void aLiveSourceServesWhatIsNewAndCountsWhatItDrops() throws Exception {
        // given
        new Topics(cluster.kafka().bootstrapServers())
                .ensure(List.of(Topic.frames("live-frames", 1), Topic.results("live-boxes", 1)));
        List<Frame> frames = streetFrames();
        int old = 100;
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Frame frame : frames.subList(0, old)) {
                sendLive(producer, frame.name().capturedAtMillis(), frame.jpeg());
            }
        }

        // when
        String job = submit(HandMadePlans.of(liveDetection()));
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Frame frame : frames.subList(old, old + LIVE_FRAMES)) {
                sendLive(producer, System.currentTimeMillis(), frame.jpeg());
            }
        }

        // then
        assertThat(read("live-boxes", ResultJson.DETECTED_FRAME, LIVE_FRAMES))
                .extracting(DetectedFrame::number)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, LIVE_FRAMES).boxed().toList());
        cluster.flink()
                .jobManager()
                .awaitReady(() -> metric(job, "ingest-live", "camera.cam-1.droppedFrames") == old, PATIENCE);
        assertThat(metric(job, "detect", "items")).isEqualTo(LIVE_FRAMES);
        assertThat(metric(job, "detect", "computeCpuNanos")).isPositive();
        assertThat(metric(job, "detect", "computeMicros_p50")).isPositive();
        assertThat(metric(job, "detect", "queueMillis_p99")).isNotNegative();
        assertThat(metric(job, "detect", "nativeMemoryBytes")).isPositive();
        cancel(job);
    }

    private static Workflow liveDetection() {
        String detector =
                workflow("vehicle-tracking").operator("detect").variants().get(0);
        return new Workflow(
                "live",
                List.of(new Source("live", "live-frames", "edge", Duration.ofSeconds(30))),
                List.of(new Operator("detect", OperatorKind.DETECT, List.of(detector), false, null)),
                List.of(new Channel("live", "detect")),
                List.of(new Sink("detect", "live-boxes")));
    }

    private static void sendLive(KafkaProducer<byte[], byte[]> producer, long capturedAtMillis, byte[] jpeg) {
        send(producer, new ProducerRecord<>("live-frames", null, capturedAtMillis, "cam-1".getBytes(UTF_8), jpeg));
    }

    /** Over all subtasks of all vertices of an operator; not a number while nobody knows it. */
    private static double metric(String job, String operator, String name) {
        double sum = Double.NaN;
        for (Vertex vertex : flink().job(job).vertices()) {
            List<String> names = flink().metrics().names(job, vertex.id()).stream()
                    .filter(each -> each.contains(operator) && each.endsWith("." + name))
                    .toList();
            for (MetricSummary summary :
                    flink().metrics().values(job, vertex.id(), names).values()) {
                sum = (Double.isNaN(sum) ? 0 : sum) + summary.sum();
            }
        }
        return sum;
    }

    private static Workflow workflow(String example) {
        return WorkflowFile.read(
                        Path.of("../examples", example, "workflow.yaml").toAbsolutePath())
                .workflow();
    }

    /** In the order of their capture, cameras a few milliseconds apart. */
    private static List<Frame> streetFrames() {
        Street street = Street.generate(StreetSettings.defaults().withSeed(5_001));
        long start = System.currentTimeMillis() - 60_000;
        List<Frame> frames = new ArrayList<>();
        for (int number = 0; number < FRAMES_PER_CAMERA; number++) {
            for (StreetCamera camera : street.cameras()) {
                long at = start + 66L * number + 5L * frames.size() % 15;
                frames.add(new Frame(
                        new FrameName(camera.id(), number, at),
                        camera.frame(number * 4L).jpeg()));
            }
        }
        frames.sort(Comparator.<Frame>comparingLong(frame -> frame.name().capturedAtMillis())
                .thenComparing(frame -> frame.name().camera()));
        return frames;
    }

    private static List<byte[]> sounds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../models/evaluation/speech/audio"))) {
            List<byte[]> sounds = new ArrayList<>();
            for (Path file : files.sorted().limit(REQUESTS).toList()) {
                sounds.add(Files.readAllBytes(file));
            }
            return sounds;
        }
    }

    private static AssociatedTrack record(GlobalTrack track, Frame now) {
        return new AssociatedTrack(
                track.cameraId(), track.trackId(), track.vehicleId(), now.name().capturedAtMillis());
    }

    private static void ask(KafkaProducer<byte[], byte[]> producer, String request, byte[] content) {
        send(producer, new ProducerRecord<>("questions", request.getBytes(UTF_8), content));
    }

    private static void show(KafkaProducer<byte[], byte[]> producer, String request, Frame frame) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("asked-frames", frame.name().camera().getBytes(UTF_8), frame.jpeg());
        record.headers().add("request", request.getBytes(UTF_8));
        send(producer, record);
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static <T> List<T> read(String topic, ResultJson<T> json, int expected) {
        try (TopicReader<T> reader = new TopicReader<>(cluster.kafka().bootstrapServers(), topic, json)) {
            return reader.readUntil(expected, PATIENCE).stream()
                    .map(Received::result)
                    .toList();
        }
    }

    private static String submit(DeployablePlan plan) throws InterruptedException {
        return new JobDeployment(flink(), JellyBeanHome.ofThisBuild())
                .submit(plan, cluster.kafka().bootstrapServers())
                .id();
    }

    private static void cancel(String job) throws InterruptedException {
        flink().cancel(job);
        cluster.flink().jobManager().awaitReady(() -> flink().job(job).state() == JobState.CANCELED, PATIENCE);
    }

    private static FlinkRest flink() {
        return cluster.flink().rest();
    }
}
