package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of the result topics say what is written to them, and so do the examples in the documentation. */
class RecordSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(
                        "detections",
                        ResultJson.DETECTED_FRAME.encode(new DetectedFrame(
                                "cam-1", 7, 1_700, 640, 360, List.of(new DetectedVehicle("car", 0.9f, 1, 2, 3, 4))))),
                Arguments.of(
                        "tracks",
                        ResultJson.TRACKED_FRAME.encode(new TrackedFrame(
                                "cam-1",
                                7,
                                1_700,
                                640,
                                360,
                                List.of(new TrackedVehicle(5, "car", 0.9f, -1.5f, 2, 3, 4))))),
                Arguments.of("vehicles", ResultJson.ASSOCIATED_TRACK.encode(new AssociatedTrack("cam-1", 5, 3, 1_700))),
                Arguments.of(
                        "answers",
                        ResultJson.ANSWERED_QUESTION.encode(new AnsweredQuestion(
                                "r-1", 1_700, AnsweredQuestion.TIMED_OUT, "is there a bus", "", 0, "no frame"))),
                Arguments.of(
                        "rejected",
                        ResultJson.REJECTED_FRAME.encode(
                                new RejectedFrame("cam-1", 1_700, "detect", "too-large", "at most", 3))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenFits(String topic, byte[] written) throws IOException {
        JsonNode content = JSON.readTree(written);

        assertThat(schema(topic).validate(content)).isEmpty();
        for (String field : fields(content)) {
            ObjectNode without = content.deepCopy();
            without.remove(field);
            assertThat(schema(topic).validate(without)).as("without %s", field).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void theExampleInTheDocumentationFits(String topic, byte[] written) throws IOException {
        String text = Files.readString(Path.of("../docs/records.md"));
        Matcher example = Pattern.compile("## " + topic + " \\(written\\).*?```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(text);

        assertThat(example.find()).isTrue();
        assertThat(schema(topic).validate(JSON.readTree(example.group(1)))).isEmpty();
    }

    private static List<String> fields(JsonNode content) {
        List<String> names = new ArrayList<>();
        content.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonSchema schema(String topic) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../schemas/records", topic + ".schema.json")));
    }
}
