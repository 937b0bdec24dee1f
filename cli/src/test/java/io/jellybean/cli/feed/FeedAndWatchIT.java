package io.jellybean.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.cli.CommandLines;
import io.jellybean.cli.CommandLines.Ran;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.kafka.LocalKafka;
import io.jellybean.cli.cluster.process.ChildProcesses;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.video.VideoReader;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A street's frames on their way through a real broker, and results on their way back to a person. */
@Timeout(240)
final class FeedAndWatchIT {

    private static final int FRAMES = 12;

    private static ChildProcesses children;
    private static String broker;
    private static Path folder;
    private static Ran fed;
    private static List<JsonNode> truth;

    @BeforeAll
    static void feedAStreet(@TempDir Path directory) throws InterruptedException, IOException, ExecutionException {
        folder = directory;
        children = new ChildProcesses(folder.resolve("logs"));
        Path lib = Distribution.below(JellyBeanHome.ofThisBuild().root()).kafkaLib();
        LocalKafka kafka = LocalKafka.start(children, lib, 0);
        kafka.awaitReady();
        broker = kafka.bootstrapServers();
        String options =
                "feed --street 7 --fps 30 --limit %d --questions questions --ask-every 3 --truth %s --bootstrap %s"
                        .formatted(FRAMES, folder.resolve("truth.jsonl"), broker);
        fed = CommandLines.run(options.split(" "));
        JsonMapper json = JsonMapper.builder().build();
        truth = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            truth.add(json.readTree(line));
        }
        sendTracksOfTheTruth();
    }

    @AfterAll
    static void endTheBroker() {
        children.close();
    }

    @Test
    void sendsEachFrameUnderItsCameraWithTheTimeOfItsCapture() {
        assertThat(fed.status()).as(fed.err()).isZero();
        assertThat(fed.out()).isEqualTo("36 frames of 3 cameras are in topic frames\n");
        assertThat(fed.err()).contains("cam-1", "ended", "12 frames");
        List<ConsumerRecord<byte[], byte[]>> frames = records("frames", 3 * FRAMES);

        assertThat(frames).extracting(frame -> text(frame.key())).containsOnly("cam-1", "cam-2", "cam-3");
        assertThat(frames).extracting(FeedAndWatchIT::captured).doesNotHaveDuplicates();
        assertThat(frames)
                .extracting(FeedAndWatchIT::captured)
                .hasSameElementsAs(truth.stream()
                        .map(line -> line.path("camera").asText() + "@"
                                + line.path("capturedAtMillis").asLong())
                        .toList());
        assertThat(frames).allMatch(frame -> (frame.value()[0] & 0xFF) == 0xFF && (frame.value()[1] & 0xFF) == 0xD8);
    }

    @Test
    void asksUnderTheKeyThatTheFrameHasInItsHeader() {
        Set<String> asked = new HashSet<>();
        truth.stream()
                .filter(line -> !line.path("question").asText().isEmpty())
                .forEach(line -> asked.add(line.path("request").asText()));
        assertThat(asked).isNotEmpty().allMatch(request -> request.matches("cam-[123]-[0-9a-z]+-\\d+"));

        List<ConsumerRecord<byte[], byte[]>> questions = records("questions", asked.size());
        Set<String> headers = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> frame : records("frames", 3 * FRAMES)) {
            Header request = frame.headers().lastHeader("request");
            if (request != null) {
                headers.add(text(request.value()));
            }
        }

        assertThat(questions).extracting(question -> text(question.key())).hasSameElementsAs(asked);
        assertThat(headers).isEqualTo(asked);
        assertThat(text(questions.get(0).value())).matches("[a-z ]+");
    }

    @Test
    void printsResultsAsTheyAreWritten() {
        Ran watched = watch("tracks", "--from-beginning", "--count", "5");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.out().lines())
                .hasSize(5)
                .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} tracks     cam-[123] frame \\d+: .*"));
    }

    @Test
    void printsRecordsAsTheyAreForPrograms() throws IOException {
        Ran watched = watch("tracks", "--from-beginning", "--count", "1", "--json");

        JsonNode track = JsonMapper.builder().build().readTree(watched.out());
        assertThat(track.path("frameWidth").asInt()).isEqualTo(640);
    }

    @Test
    void drawsTheTracksIntoTheFramesTheyWereFoundIn() throws IOException {
        Path video = folder.resolve("out").resolve("street.mp4");
        Path pictures = folder.resolve("pictures");

        Ran watched = watch(
                "--from-beginning", "--count", "36", "--video", video.toString(), "--save-frames", pictures.toString());

        assertThat(watched.status()).as(watched.err()).isZero();
        try (Stream<Path> files = Files.list(pictures)) {
            assertThat(files).hasSize(36);
        }
        try (VideoReader reader = VideoReader.file(video.resolveSibling("street-cam-2.mp4"))) {
            assertThat(reader.next())
                    .hasValueSatisfying(
                            picture -> assertThat(picture.getWidth()).isEqualTo(640));
        }
    }

    @Test
    void refusesATopicThatCannotTakeItsFrames() throws InterruptedException {
        Topic small = Topic.frames("small", 1).with("max.message.bytes", "1000").with("retention.bytes", "-1");
        new Topics(broker).ensure(List.of(small));

        Ran refused = CommandLines.run("feed", "--street", "7", "--topic", "small", "--bootstrap", broker);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("topic small does not fit", "max.message.bytes must be at least 2100000, but is 1000")
                .contains("retention.bytes must be bounded", "kafka-configs.sh")
                .doesNotContain("\tat ");
    }

    private static Ran watch(String... arguments) {
        List<String> all = new ArrayList<>(List.of("watch-results", "--bootstrap", broker, "--for", "1m"));
        all.addAll(List.of(arguments));
        return CommandLines.run(all.toArray(String[]::new));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long untilNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (TopicFollower follower = new TopicFollower(broker, List.of(topic), true)) {
            while (records.size() < count && System.nanoTime() < untilNanos) {
                follower.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(count);
        return records;
    }

    private static void sendTracksOfTheTruth() throws InterruptedException, ExecutionException {
        new Topics(broker).ensure(List.of(Topic.results("tracks", 3)));
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (JsonNode line : truth) {
                TrackedFrame tracked = tracked(line);
                byte[] key = tracked.camera().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>("tracks", key, ResultJson.TRACKED_FRAME.encode(tracked)))
                        .get();
            }
        }
    }

    private static TrackedFrame tracked(JsonNode line) {
        List<TrackedVehicle> vehicles = new ArrayList<>();
        line.path("vehicles")
                .forEach(box -> vehicles.add(new TrackedVehicle(
                        box.path("vehicleId").asLong(),
                        box.path("label").asText(),
                        1,
                        box.path("left").floatValue(),
                        box.path("top").floatValue(),
                        box.path("width").floatValue(),
                        box.path("height").floatValue())));
        return new TrackedFrame(
                line.path("camera").asText(), 0, line.path("capturedAtMillis").asLong(), 640, 360, vehicles);
    }

    private static String captured(ConsumerRecord<byte[], byte[]> frame) {
        return text(frame.key()) + "@" + frame.timestamp();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
