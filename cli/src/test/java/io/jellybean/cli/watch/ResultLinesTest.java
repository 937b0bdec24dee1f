package io.jellybean.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class ResultLinesTest {

    private static final ResultTopics ALL = ResultTopics.parse(List.of());

    @Test
    void saysWhatEachKindOfResultSays() {
        assertThat(line(
                        "tracks",
                        ResultJson.TRACKED_FRAME.encode(new TrackedFrame(
                                "cam-2",
                                25,
                                1,
                                640,
                                360,
                                List.of(new TrackedVehicle(1, "truck", 0.9f, 542.4f, 138.6f, 100, 50))))))
                .endsWith("tracks     cam-2 frame 25: 1 vehicle: truck 1 at 542,139");
        assertThat(line(
                        "detections",
                        ResultJson.DETECTED_FRAME.encode(new DetectedFrame(
                                "cam-2",
                                25,
                                1,
                                640,
                                360,
                                List.of(new DetectedVehicle("car", 0.84f, 12, 13, 100, 50))))))
                .endsWith("cam-2 frame 25: 1 vehicle: car 84 % at 12,13");
        assertThat(line("vehicles", ResultJson.ASSOCIATED_TRACK.encode(new AssociatedTrack("cam-2", 7, 3, 1))))
                .endsWith("cam-2 track 7 is vehicle 3");
        assertThat(line(
                        "rejected",
                        ResultJson.REJECTED_FRAME.encode(
                                new RejectedFrame("cam-2", 1, "ingest-cameras", "empty", "it has no bytes", 0))))
                .endsWith("cam-2 empty: it has no bytes (ingest-cameras)");
        assertThat(line(
                        "answers",
                        ResultJson.ANSWERED_QUESTION.encode(
                                new AnsweredQuestion("r-1", 1, "answered", "how many cars", "2", 0.93, ""))))
                .endsWith("r-1 \"how many cars\": 2 (93 %)");
    }

    @Test
    void saysWhyAQuestionWasNotAnswered() {
        assertThat(line(
                        "answers",
                        ResultJson.ANSWERED_QUESTION.encode(
                                new AnsweredQuestion("r-1", 1, "timed-out", "", "", 0, "no frame came within 10 s"))))
                .endsWith("r-1 timed-out: no frame came within 10 s");
    }

    @Test
    void letsNoResultMoveTheCursor() {
        assertThat(line(
                        "answers",
                        ResultJson.ANSWERED_QUESTION.encode(
                                new AnsweredQuestion("r-1", 1, "answered", "\033[2Jhow\nmany", "2", 1, ""))))
                .contains("\" [2Jhow many\"");
    }

    @Test
    void passesOverWhatIsNoResult() {
        assertThat(line("tracks", "{".getBytes(StandardCharsets.UTF_8)))
                .endsWith("partition 0, offset 5: 1 bytes that are not such a result");
    }

    @Test
    void takesATopicOfAnotherNameForWhatItIsSaidToHold() {
        ResultTopics topics = ResultTopics.parse(List.of("answers", "tracks=street-7.tracks"));

        assertThat(topics.names()).containsExactly("answers", "street-7.tracks");
        assertThat(topics.of(ResultKind.TRACKS)).contains("street-7.tracks");
    }

    @Test
    void namesTheKindsWhereItIsNotClearWhatATopicHolds() {
        assertThatThrownBy(() -> ResultTopics.parse(List.of("street-7.tracks")))
                .hasMessageContainingAll("street-7.tracks", "tracks, vehicles, detections, answers, rejected");
    }

    private static String line(String topic, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ResultLines(new PrintStream(out, true, StandardCharsets.UTF_8), ALL, false)
                .print(new ConsumerRecord<>(topic, 0, 5, new byte[0], value));
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
