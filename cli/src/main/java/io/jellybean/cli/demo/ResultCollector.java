package io.jellybean.cli.demo;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.spec.JobSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the topics of results until everything that was sent has come back, or nothing new comes any more. */
final class ResultCollector {

    /** Longer than an associator waits for silent cameras before it decides what is open, and than a question waits for its frame. */
    private static final Duration NO_NEWS = Duration.ofSeconds(20);

    private final String kafka;
    private final DemoTopics topics;

    ResultCollector(String kafka, DemoTopics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    DemoResults collect(SentRecords sent) {
        int bad = (int)
                sent.frames().stream().filter(frame -> frame.frame().isBad()).count();
        QuestionRun questions = questions(sent);
        VehicleRun vehicles = vehicles(sent, sent.frames().size() - bad);
        return new DemoResults(vehicles, questions, read(JobSpec.REJECTED_TOPIC, ResultJson.REJECTED_FRAME, bad));
    }

    /** Waits until all of it has come back, or nothing new comes any more. */
    void await(WarmUp warmUp) {
        topics.of(OperatorKind.TRACK)
                .ifPresent(topic -> read(topic, ResultJson.TRACKED_FRAME, WarmUp::isOf, warmUp.frames()));
        topics.of(OperatorKind.ANSWER)
                .ifPresent(topic -> read(topic, ResultJson.ANSWERED_QUESTION, WarmUp::isOf, warmUp.questions()));
    }

    private @Nullable QuestionRun questions(SentRecords sent) {
        List<QuestionRun.SentQuestion> asked = sent.questions();
        return topics.of(OperatorKind.ANSWER)
                .map(topic -> new QuestionRun(asked, read(topic, ResultJson.ANSWERED_QUESTION, asked.size())))
                .orElse(null);
    }

    private @Nullable VehicleRun vehicles(SentRecords sent, int goodFrames) {
        return topics.of(OperatorKind.TRACK)
                .map(topic -> new VehicleRun(
                        sent.recording(),
                        sent.frames(),
                        topics.of(OperatorKind.DETECT)
                                .map(detections -> read(detections, ResultJson.DETECTED_FRAME, goodFrames))
                                .orElse(null),
                        read(topic, ResultJson.TRACKED_FRAME, goodFrames),
                        null))
                .map(this::withVehicles)
                .orElse(null);
    }

    /** Each track becomes known as that of a vehicle, at the latest when the cameras have been silent for a while. */
    private VehicleRun withVehicles(VehicleRun run) {
        List<Received<AssociatedTrack>> vehicles = topics.of(OperatorKind.ASSOCIATE)
                .map(topic -> read(topic, ResultJson.ASSOCIATED_TRACK, run.trackCount()))
                .orElse(null);
        return new VehicleRun(run.recording(), run.sent(), run.detections(), run.tracks(), vehicles);
    }

    private <T> List<Received<T>> read(String topic, ResultJson<T> json, int expected) {
        return read(topic, json, key -> !WarmUp.isOf(key), expected);
    }

    private <T> List<Received<T>> read(String topic, ResultJson<T> json, Predicate<String> keys, int expected) {
        try (TopicReader<T> reader = new TopicReader<>(kafka, topic, json, keys)) {
            return reader.readUntil(expected, NO_NEWS);
        }
    }
}
