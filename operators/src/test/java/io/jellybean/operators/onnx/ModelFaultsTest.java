package io.jellybean.operators.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jellybean.domain.io.ModelManifestFile;
import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.ProviderUnavailableException;
import io.jellybean.operators.inference.UnusableModelException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a user's own model is said once and clearly, before anything is run. */
class ModelFaultsTest {

    @AfterEach
    void everySessionIsClosed() {
        assertThat(SharedSession.openCount()).isZero();
    }

    @Test
    void anotherInputShape() {
        assertChangedUnusable(
                "red-blue", "\"height\": 32", "\"height\": 96", "\"images\"", "[-1, 96, 64, 3]", "input.height");
    }

    @Test
    void anotherElementType() {
        assertChangedUnusable("mean-colour", "uint8-nhwc", "float-nchw", "must have type FLOAT, but has UINT8", "cast");
    }

    @Test
    void anotherOutputShape() {
        assertChangedUnusable(
                "loudness", "\"b\"", "\"b\", \"c\"", "\"logits\"", "[-1, -1, 4]", "[-1, -1, 3]", "labels");
        assertChangedUnusable("first-word", "\"no\"", "\"no\", \"maybe\"", "[-1, 3]", "[-1, 2]", "labels");
        assertChangedUnusable(
                "first-word", "\"length\": 2", "\"length\": 5", "\"words\"", "[-1, 5]", "input.words.length");
    }

    @Test
    void anotherDecoding() {
        String text =
                text("mean-colour").replace("\"embed\"", "\"extract\"").replace("\"embedding\"\n", "\"features\"\n");

        assertTextUnusable(text, "mean-colour", "[-1, -1, -1, -1]", "[-1, 3]", "output.decoding");
    }

    @Test
    void aMissingTensor() {
        assertChangedUnusable(
                "first-word", "\"words\",\n", "\"question\",\n", "\"question\"", "[features, words]", "input.tensor");
        assertChangedUnusable("loudness", "\"logits\"", "\"text\"", "\"text\"", "[logits]", "output.tensor");
    }

    @Test
    void anotherHash() {
        String hash = TestModels.manifest("red-blue").sha256();

        assertChangedUnusable("red-blue", hash, "0".repeat(64), "sha256", hash, "0".repeat(64));
    }

    @Test
    void aFileThatIsNotOnnx() {
        byte[] garbage = "no network".getBytes(UTF_8);

        assertUnusable(withHashOf(garbage), garbage, "red-blue.onnx is not an ONNX file", "opset 13");
    }

    @Test
    void anOpsetThatIsNotSupported() {
        byte[] tooNew = TestModels.bytes("opset-99.onnx");

        assertUnusable(withHashOf(tooNew), tooNew, "cannot load red-blue.onnx (opset 99)", "opset 13");
    }

    @Test
    void aProviderThatCannotBeHad() {
        ImageModel model = TestModels.redBlue();

        assertThatExceptionOfType(ProviderUnavailableException.class)
                .isThrownBy(() -> OnnxModels.open(model, TestModels.onnx(model), ExecutionProvider.CUDA))
                .withMessageContainingAll("provider cuda", "has only", "CPU", "onnxruntime_gpu", "provider: cpu");
    }

    private static ModelManifest withHashOf(byte[] onnx) {
        return ModelManifestFile.parse(
                "red-blue.json",
                text("red-blue").replace(TestModels.manifest("red-blue").sha256(), sha256(onnx)));
    }

    private static void assertChangedUnusable(String id, String field, String changed, String... inMessage) {
        assertThat(text(id)).contains(field);
        assertTextUnusable(text(id).replace(field, changed), id, inMessage);
    }

    private static void assertTextUnusable(String manifest, String id, String... inMessage) {
        assertUnusable(ModelManifestFile.parse(id + ".json", manifest), TestModels.bytes(id + ".onnx"), inMessage);
    }

    private static void assertUnusable(ModelManifest manifest, byte[] onnx, String... inMessage) {
        assertThatExceptionOfType(UnusableModelException.class)
                .isThrownBy(() -> open(manifest, onnx))
                .satisfies(e -> assertThat(String.join("\n", e.differences()))
                        .contains(inMessage)
                        .contains("Maybe"));
    }

    private static AutoCloseable open(ModelManifest manifest, byte[] onnx) {
        if (manifest instanceof ImageModel image) {
            return OnnxModels.open(image, onnx);
        }
        if (manifest instanceof SpeechModel speech) {
            return OnnxModels.open(speech, onnx, ExecutionProvider.CPU);
        }
        return OnnxModels.open((AnswerModel) manifest, onnx, ExecutionProvider.CPU);
    }

    private static String text(String id) {
        return new String(TestModels.bytes(id + ".json"), UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
