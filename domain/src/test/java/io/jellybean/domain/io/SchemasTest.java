package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas that editors use say what the readers say. */
class SchemasTest {

    private static final Path EXAMPLES = Path.of("../examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file, its schema, and its reader. */
    record Case(Path file, String schema, Consumer<String> read) {

        JsonNode content() throws IOException {
            String text = Files.readString(file);
            return file.toString().endsWith(".json") ? JSON.readTree(text) : new YAMLMapper().readTree(text);
        }

        boolean isValid(JsonNode content) throws IOException {
            JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("../schemas", schema + ".schema.json")));
            return validator.validate(content).isEmpty();
        }

        boolean isRead(JsonNode content) {
            try {
                read.accept(content.toString());
                return true;
            } catch (BadInputException refused) {
                return false;
            }
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    static Stream<Case> examples() throws IOException {
        List<Case> cases = new ArrayList<>();
        Path tracking = EXAMPLES.resolve("vehicle-tracking");
        cases.add(new Case(
                tracking.resolve("workflow.yaml"), "workflow", text -> WorkflowFile.parse("workflow.json", text)));
        cases.add(new Case(
                tracking.resolve("infrastructure.yaml"),
                "infrastructure",
                text -> InfrastructureFile.parse("infrastructure.json", text)));
        cases.add(new Case(
                EXAMPLES.resolve("spoken-vqa/workflow.yaml"),
                "workflow",
                text -> WorkflowFile.parse("workflow.json", text)));
        cases.add(new Case(
                EXAMPLES.resolve("spoken-vqa/profile.yaml"),
                "profile",
                text -> ProfileFile.parse("profile.json", text)));
        cases.add(
                new Case(tracking.resolve("profile.yaml"), "profile", text -> ProfileFile.parse("profile.json", text)));
        cases.add(new Case(
                EXAMPLES.resolve("planning-problems/published-infrastructure.yaml"),
                "infrastructure",
                text -> InfrastructureFile.parse("infrastructure.json", text)));
        for (Path folder : List.of(Path.of("src/test/resources/models"), Path.of("../models"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .forEach(file ->
                                cases.add(new Case(file, "model", text -> ModelManifestFile.parse("m.json", text))));
            }
        }
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("planning-problems"))) {
            files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("expected.json"))
                    .sorted()
                    .forEach(file -> cases.add(
                            new Case(file, "planning-problem", text -> ProblemFile.parse("problem.json", text))));
        }
        return cases.stream();
    }

    static Stream<Case> oneOfEach() throws IOException {
        return examples()
                .filter(example -> !example.schema().equals("planning-problem")
                        || example.toString().contains("mix-3t-020")
                        || example.toString().contains("dag6"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptEveryExample(Case example) throws IOException {
        JsonNode content = example.content();

        assertThat(example.isValid(content)).isTrue();
        assertThat(example.isRead(content)).isTrue();
    }

    /** Neither knows a key that the other does not. */
    @ParameterizedTest
    @MethodSource("oneOfEach")
    void refuseAnUnknownKeyAnywhere(Case example) throws IOException {
        for (ObjectNode object : objects(example.content())) {
            // The rates of sources have the sources' ids as keys; of a training any fact may be told.
            if (!object.has("cameras") && !object.has("pictures") && !object.has("seed")) {
                JsonNode changed = changed(example.content(), object, copy -> copy.put("unknown", 1));

                assertThat(example.isValid(changed)).as(object.toString()).isFalse();
                assertThat(example.isRead(changed)).as(object.toString()).isFalse();
            }
        }
    }

    /** A key that one can do without, the other can, too, unless other parts of the file depend on it. */
    @ParameterizedTest
    @MethodSource("oneOfEach")
    void requireWhatTheReaderRequires(Case example) throws IOException {
        for (ObjectNode object : objects(example.content())) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                JsonNode changed = changed(example.content(), object, copy -> copy.remove(key));

                if (example.isRead(changed)) {
                    assertThat(example.isValid(changed))
                            .as("without %s of %s", key, object)
                            .isTrue();
                }
            }
        }
    }

    /** The first object of each shape. */
    private static List<ObjectNode> objects(JsonNode root) {
        List<ObjectNode> found = new ArrayList<>();
        collect(root, found);
        List<ObjectNode> shapes = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();
        for (ObjectNode object : found) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            if (!seen.contains(keys)) {
                seen.add(keys);
                shapes.add(object);
            }
        }
        return shapes;
    }

    private static void collect(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
            object.forEach(child -> collect(child, found));
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> collect(child, found));
        }
    }

    /** A copy of the file in which the first object that equals the one given is changed. */
    private static JsonNode changed(JsonNode root, ObjectNode wanted, Consumer<ObjectNode> change) {
        List<ObjectNode> found = new ArrayList<>();
        collect(root, found);
        found.stream().filter(wanted::equals).findFirst().ifPresent(change);
        return root;
    }
}
