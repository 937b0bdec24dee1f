package io.jellybean.operators.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What PyTorch made of a few inputs when a model was exported, {@code jellybean-reference/1}; {@code models/README.md} says
 * what its fields mean.
 *
 * @param onnxFile the model, beside the directory of references
 * @param sha256 of the model
 * @param tolerance how far an output may be off, times max(1, |value|)
 */
record Reference(
        String onnxFile,
        String sha256,
        double tolerance,
        Map<String, ReferenceInput> inputs,
        Map<String, ReferenceOutput> outputs) {

    private static final String FORMAT = "jellybean-reference/1";

    /** Every {@code every}-th element of a tensor of this shape, flattened. */
    record ReferenceOutput(List<Long> shape, int every, List<Double> values) {}

    static Reference read(Path file) {
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            if (!json.path("format").asText().equals(FORMAT)) {
                throw new IllegalArgumentException("%s: format must be %s".formatted(file, FORMAT));
            }
            Map<String, ReferenceInput> inputs = new TreeMap<>();
            json.get("inputs").properties().forEach(field -> inputs.put(field.getKey(), input(field.getValue())));
            Map<String, ReferenceOutput> outputs = new TreeMap<>();
            json.get("outputs").properties().forEach(field -> outputs.put(field.getKey(), output(field.getValue())));
            return new Reference(
                    json.get("file").asText(),
                    json.get("sha256").asText(),
                    json.get("tolerance").asDouble(),
                    inputs,
                    outputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceInput input(JsonNode json) {
        return ReferenceInput.of(
                json.get("type").asText(),
                longs(json.get("shape")),
                longs(json.get("repeat")),
                json.get("unit").asDouble(),
                json.get("deflatedInt16").asText());
    }

    private static ReferenceOutput output(JsonNode json) {
        return new ReferenceOutput(
                longs(json.get("shape")),
                json.get("every").asInt(),
                elements(json.get("values")).map(JsonNode::asDouble).toList());
    }

    private static List<Long> longs(JsonNode json) {
        return elements(json).map(JsonNode::asLong).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
