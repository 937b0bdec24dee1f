package io.jellybean.operators.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.jellybean.operators.onnx.Reference.ReferenceOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime makes of the same inputs what PyTorch made, for every model that has a reference in {@code models/}. */
final class OnnxReferenceTest {

    private static final Path MODELS = Path.of("..", "models");

    static List<String> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS.resolve("reference"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void agreesWithPyTorch(String model) throws IOException, OrtException, NoSuchAlgorithmException {
        Reference reference = Reference.read(MODELS.resolve("reference").resolve(model + ".json"));
        byte[] onnx = Files.readAllBytes(MODELS.resolve(reference.onnxFile()));
        assertThat(sha256(onnx))
                .as("sha256: export model and reference together")
                .isEqualTo(reference.sha256());

        try (OrtSession session = OnnxEnvironment.get().createSession(onnx)) {
            Map<String, OnnxTensor> inputs = new TreeMap<>();
            for (String name : reference.inputs().keySet()) {
                inputs.put(name, reference.inputs().get(name).tensor());
            }
            try (OrtSession.Result result = session.run(inputs)) {
                for (Map.Entry<String, ReferenceOutput> output :
                        reference.outputs().entrySet()) {
                    compare(
                            (OnnxTensor) result.get(output.getKey()).orElseThrow(),
                            output.getValue(),
                            reference.tolerance());
                }
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        }
    }

    private static void compare(OnnxTensor found, ReferenceOutput expected, double tolerance) {
        FloatBuffer values = found.getFloatBuffer();
        assertThat(found.getInfo().getShape()).containsExactly(toArray(expected.shape()));
        assertThat(expected.values()).isNotEmpty();
        for (int i = 0; i < expected.values().size(); i++) {
            double value = expected.values().get(i);
            assertThat((double) values.get(i * expected.every()))
                    .as("element %d of the flattened output", i * expected.every())
                    .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
        }
    }

    private static long[] toArray(List<Long> longs) {
        return longs.stream().mapToLong(Long::longValue).toArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
