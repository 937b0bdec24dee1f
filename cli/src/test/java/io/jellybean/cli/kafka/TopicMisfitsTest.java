package io.jellybean.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TopicMisfitsTest {

    private static final String BROKER = "127.0.0.1:9092";
    private static final Topic FRAMES = Topic.frames("frames", 3);

    @Test
    void findsNothingWrongWithATopicThatIsAsWanted() {
        assertThat(new TopicMisfits(FRAMES, FRAMES.settings()).message(BROKER)).isEmpty();
    }

    @Test
    void letsATopicBeMoreGenerousThanWanted() {
        Map<String, String> generous = changed("max.message.bytes", "8000000", "retention.bytes", "99999999999999");

        assertThat(new TopicMisfits(FRAMES, generous).message(BROKER)).isEmpty();
    }

    @Test
    void tellsAllThatDoesNotFitInOneMessageWithTheFix() {
        Map<String, String> usual = changed("max.message.bytes", "1048588", "retention.bytes", "-1");

        assertThat(new TopicMisfits(FRAMES, usual).message(BROKER).orElseThrow())
                .contains("topic frames")
                .contains("max.message.bytes must be at least 2100000, but is 1048588")
                .contains("retention.bytes must be bounded, but is -1")
                .contains("--add-config max.message.bytes=2100000,retention.bytes=1073741824");
    }

    @Test
    void refusesATopicThatForgetsTimesOfCaptureOrAllFramesButTheLast() {
        Map<String, String> wrong = changed("message.timestamp.type", "LogAppendTime", "cleanup.policy", "compact");

        assertThat(new TopicMisfits(FRAMES, wrong).message(BROKER).orElseThrow())
                .contains("message.timestamp.type must be CreateTime")
                .contains("cleanup.policy must be delete");
    }

    @Test
    void rejectsATopicWithoutPartitions() {
        assertThatThrownBy(() -> new Topic("frames", 0, Map.of())).hasMessageContainingAll("frames", "partitions", "0");
    }

    private static Map<String, String> changed(String one, String value, String other, String otherValue) {
        Map<String, String> settings = new HashMap<>(FRAMES.settings());
        settings.put(one, value);
        settings.put(other, otherValue);
        return settings;
    }
}
