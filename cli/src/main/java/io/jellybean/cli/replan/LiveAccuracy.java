package io.jellybean.cli.replan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.evaluate.VehicleIdentities;
import io.jellybean.cli.feed.FrameTruth;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.operators.scoring.IdentifiedBox;
import io.jellybean.operators.scoring.TrackingFrame;
import io.jellybean.operators.scoring.TrackingScore;
import io.jellybean.operators.scoring.TrackingSequence;
import io.jellybean.operators.vision.Box;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Results from now on against what is truly in their frames, as {@code feed --truth} writes it down. Not thread-safe. */
final class LiveAccuracy implements AutoCloseable {

    private static final int MOST_RESULTS = 200_000;
    private static final Duration AT_A_TIME = Duration.ofMillis(100);
    private static final Duration UNTIL_NOW = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Workflow workflow;
    private final Path truth;
    private final TopicFollower results;
    private final TopicFollower vehicles;
    private final Map<Frame, TrackedFrame> tracked = new HashMap<>();
    private final Map<String, AnsweredQuestion> answered = new HashMap<>();

    private record Frame(String camera, long capturedAtMillis) {}

    /**
     * @param truth the file that is being written
     * @throws CommandFailedException if there is no such file
     */
    LiveAccuracy(DeployedJob deployed, Path truth) {
        if (!Files.isReadable(truth)) {
            throw new CommandFailedException(
                    "--truth %s cannot be read. Maybe write it: jellybean feed --street 7 --truth %s"
                            .formatted(truth, truth));
        }
        this.workflow = deployed.plan().workflow();
        this.truth = truth;
        List<String> ofNow = new ArrayList<>(topics(OperatorKind.TRACK));
        ofNow.addAll(topics(OperatorKind.ANSWER));
        this.results = new TopicFollower(deployed.kafka(), ofNow, false);
        this.vehicles = new TopicFollower(deployed.kafka(), topics(OperatorKind.ASSOCIATE), true);
    }

    /** Takes in what has come; to be called every second or so. */
    void collect() {
        if (tracked.size() + answered.size() > MOST_RESULTS) {
            return;
        }
        List<String> answers = topics(OperatorKind.ANSWER);
        drain(results, AT_A_TIME, record -> {
            if (answers.contains(record.topic())) {
                AnsweredQuestion answer = ResultJson.ANSWERED_QUESTION.decode(record.value());
                answered.put(answer.request(), answer);
            } else {
                TrackedFrame frame = ResultJson.TRACKED_FRAME.decode(record.value());
                tracked.put(new Frame(frame.camera(), frame.capturedAtMillis()), frame);
            }
        });
    }

    /** For a while: there may always be more to come. */
    private static void drain(TopicFollower topics, Duration during, Consumer<ConsumerRecord<byte[], byte[]>> taken) {
        long end = System.nanoTime() + during.toNanos();
        while (!topics.found().isEmpty() && System.nanoTime() < end) {
            topics.poll(PATIENCE).forEach(taken);
        }
    }

    /** A line for tracks and one for answers, as far as there are results whose truth is known. */
    List<String> lines() {
        Map<String, List<FrameTruth>> truthByCamera = new TreeMap<>();
        int asked = 0;
        int right = 0;
        for (FrameTruth frame : truths()) {
            if (tracked.containsKey(new Frame(frame.camera(), frame.capturedAtMillis()))) {
                truthByCamera
                        .computeIfAbsent(frame.camera(), first -> new ArrayList<>())
                        .add(frame);
            }
            AnsweredQuestion answer = answered.get(frame.request());
            if (answer != null && !frame.question().isEmpty()) {
                asked++;
                right += answer.answer().equals(frame.answer()) ? 1 : 0;
            }
        }
        List<String> lines = new ArrayList<>();
        if (!truthByCamera.isEmpty()) {
            lines.add(tracking(truthByCamera));
        }
        if (asked > 0) {
            lines.add(format("exact match %.3f, %d of %d answers", (double) right / asked, right, asked));
        }
        return lines.isEmpty() ? List.of("no result of this time has its truth in " + truth) : lines;
    }

    @Override
    public void close() {
        results.close();
        vehicles.close();
    }

    private String tracking(Map<String, List<FrameTruth>> truthByCamera) {
        VehicleIdentities identities = new VehicleIdentities(List.copyOf(truthByCamera.keySet()));
        drain(vehicles, UNTIL_NOW, record -> {
            AssociatedTrack track = ResultJson.ASSOCIATED_TRACK.decode(record.value());
            identities.note(track.camera(), track.trackId(), track.vehicleId());
        });
        TrackingScore score = TrackingScore.of(sequences(truthByCamera, VehicleIdentities::tracks));
        String across = topics(OperatorKind.ASSOCIATE).isEmpty()
                ? ""
                : format(
                        "multi-camera IDF1 %.3f, ",
                        TrackingScore.of(List.of(
                                        TrackingSequence.acrossCameras(sequences(truthByCamera, identities::vehicles))))
                                .idf1());
        int frames = truthByCamera.values().stream().mapToInt(List::size).sum();
        return format("%sIDF1 %.3f, MOTA %.3f, of %d frames", across, score.idf1(), score.mota(), frames);
    }

    private List<TrackingSequence> sequences(
            Map<String, List<FrameTruth>> truthByCamera, Function<TrackedFrame, List<IdentifiedBox>> boxes) {
        return truthByCamera.values().stream()
                .map(frames -> new TrackingSequence(frames.stream()
                        .sorted(Comparator.comparingLong(FrameTruth::capturedAtMillis))
                        .map(frame -> frame(frame, boxes))
                        .toList()))
                .toList();
    }

    private TrackingFrame frame(FrameTruth frame, Function<TrackedFrame, List<IdentifiedBox>> boxes) {
        List<IdentifiedBox> wanted = frame.vehicles().stream()
                .map(vehicle -> new IdentifiedBox(
                        vehicle.vehicleId(), new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height())))
                .toList();
        TrackedFrame result = tracked.get(new Frame(frame.camera(), frame.capturedAtMillis()));
        return new TrackingFrame(wanted, result == null ? List.of() : boxes.apply(result));
    }

    private List<FrameTruth> truths() {
        List<FrameTruth> truths = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(truth)) {
            String line;
            while ((line = lines.readLine()) != null) {
                FrameTruth frame;
                try {
                    frame = FrameTruth.parse(line);
                } catch (JsonProcessingException unfinished) { // the last line may be
                    continue;
                }
                if (answered.containsKey(frame.request())
                        || tracked.containsKey(new Frame(frame.camera(), frame.capturedAtMillis()))) {
                    truths.add(frame);
                }
            }
            return truths;
        } catch (IOException unreadable) {
            throw new CommandFailedException(
                    "--truth %s cannot be read: %s".formatted(truth, unreadable.getMessage()), unreadable);
        }
    }

    private List<String> topics(OperatorKind kind) {
        return workflow.sinks().stream()
                .filter(sink -> workflow.operator(sink.from()).kind() == kind)
                .map(Sink::topic)
                .toList();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
