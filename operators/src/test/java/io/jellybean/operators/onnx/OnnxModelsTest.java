package io.jellybean.operators.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.ImageInput;
import io.jellybean.domain.model.InputLayout;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import io.jellybean.operators.inference.UnusableModelException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnnxModelsTest {

    private static final int IMAGE_BYTES = 32 * 64 * 3;
    private static final int ANCHORS = 32;

    private final DetectorModel manifest = TestModels.redBlue();
    private final byte[] onnx = TestModels.bytes("red-blue.onnx");

    @AfterEach
    void everySessionIsClosed() {
        assertThat(SharedSession.openCount()).isZero();
    }

    @Test
    void runsABatchOfImages() {
        try (ImageInference inference = OnnxModels.open(manifest, onnx)) {
            // given: the second image is red all over
            ByteBuffer images = ByteBuffer.allocateDirect(2 * IMAGE_BYTES);
            for (int i = IMAGE_BYTES; i < 2 * IMAGE_BYTES; i += 3) {
                images.put(i, (byte) 255);
            }

            // when
            InferenceOutput output = inference.run(images, 2);

            // then: the first anchor's centre x, and the first class of both images
            assertThat(output.batch()).isEqualTo(2);
            assertThat(output.rows()).isEqualTo(6);
            assertThat(output.columns()).isEqualTo(ANCHORS);
            assertThat(output.values().get(0)).isEqualTo(4);
            assertThat(output.values().get(4 * ANCHORS)).isZero();
            assertThat(output.values().get((6 + 4) * ANCHORS)).isEqualTo(1);
        }
    }

    @Test
    void runsAgainIntoTheSameBufferAndTakesOtherBatchSizesInTurn() {
        try (ImageInference inference = OnnxModels.open(manifest, onnx)) {
            // given
            ByteBuffer images = ByteBuffer.allocateDirect(2 * IMAGE_BYTES);
            InferenceOutput first = inference.run(images, 1);
            assertThat(first.values().get(4 * ANCHORS)).isZero();

            // when
            for (int i = 0; i < IMAGE_BYTES; i += 3) {
                images.put(i, (byte) 255);
            }
            InferenceOutput second = inference.run(images, 1);

            // then
            assertThat(second.values().get(4 * ANCHORS)).isEqualTo(1);
            assertThat(second.values()).isSameAs(first.values());
            assertThat(inference.run(images, 2).values().limit()).isEqualTo(2 * 6 * ANCHORS);
            assertThat(inference.run(images, 1).values().get(4 * ANCHORS)).isEqualTo(1);
        }
    }

    @Test
    void holdsANetworkOnceUntilTheLastUserCloses() {
        ImageInference first = OnnxModels.open(manifest, onnx);
        ImageInference second = OnnxModels.open(manifest, onnx);
        assertThat(SharedSession.openCount()).isEqualTo(1);

        first.close();
        first.close(); // twice is once
        assertThat(second.run(ByteBuffer.allocateDirect(IMAGE_BYTES), 1).rows()).isEqualTo(6);

        second.close();
        assertThat(SharedSession.openCount()).isZero();
    }

    @Test
    void servesManyThreadsThatOpenRunAndClose() throws Exception {
        // given
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Float>> results = new ArrayList<>();

        // when
        for (int task = 0; task < 40; task++) {
            int level = 6 * task;
            results.add(threads.submit(() -> redShareOf(level)));
        }
        threads.shutdown();

        // then: each got its own image's answer
        for (int task = 0; task < 40; task++) {
            assertThat(results.get(task).get()).isCloseTo(6 * task / 255f, within(1e-5f));
        }
    }

    @Test
    void rejectsAFileWithAnotherHash() {
        DetectorModel other = TestModels.withSha256(manifest, "0".repeat(64));

        assertUnusable(other, onnx, "red-blue", "0".repeat(64), manifest.sha256());
    }

    @Test
    void rejectsAFileThatIsNoNetwork() {
        byte[] garbage = {1, 2, 3};

        assertUnusable(TestModels.withSha256(manifest, sha256(garbage)), garbage, "red-blue.onnx", "opset 13");
    }

    @Test
    void rejectsTensorNamesThatAreNotInTheFile() {
        DetectorModel otherInput =
                TestModels.withInput(manifest, new ImageInput("pixels", InputLayout.UINT8_NHWC, 32, 64, 114));

        assertUnusable(otherInput, onnx, "\"pixels\"", "[images]", "input.tensor");
        assertUnusable(TestModels.withOutput(manifest, "boxes"), onnx, "\"boxes\"", "[output0]", "output.tensor");
    }

    @Test
    void rejectsAnotherInputSize() {
        DetectorModel larger =
                TestModels.withInput(manifest, new ImageInput("images", InputLayout.UINT8_NHWC, 96, 160, 114));

        assertUnusable(larger, onnx, "\"images\"", "[-1, 96, 160, 3]", "[-1, 32, 64, 3]", "input.height");
    }

    @Test
    void rejectsAnotherNumberOfLabels() {
        DetectorModel three = TestModels.withLabels(manifest, "red", "green", "blue");

        assertUnusable(three, onnx, "\"output0\"", "[-1, 7, -1]", "[-1, 6, 32]", "labels");
    }

    @Test
    void rejectsAnotherInputType() {
        byte[] floats = TestModels.bytes("float-nchw.onnx");

        assertUnusable(TestModels.withSha256(manifest, sha256(floats)), floats, "UINT8", "FLOAT", "[-1, 3, 32, 64]");
    }

    @Test
    void reportsAllDifferencesAtOnce() {
        DetectorModel wrong = TestModels.withLabels(
                TestModels.withInput(manifest, new ImageInput("pixels", InputLayout.UINT8_NHWC, 32, 64, 114)), "red");

        assertThatExceptionOfType(UnusableModelException.class)
                .isThrownBy(() -> OnnxModels.open(wrong, onnx))
                .satisfies(e -> assertThat(e.differences()).hasSize(2));
    }

    @Test
    void rejectsBuffersThatTheNetworkCannotRead() {
        try (ImageInference inference = OnnxModels.open(manifest, onnx)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> inference.run(ByteBuffer.allocate(IMAGE_BYTES), 1))
                    .withMessageContaining("direct");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> inference.run(ByteBuffer.allocateDirect(IMAGE_BYTES), 2))
                    .withMessageContaining(String.valueOf(2 * IMAGE_BYTES));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> inference.run(ByteBuffer.allocateDirect(IMAGE_BYTES), 0))
                    .withMessageContaining("batch");
        }
    }

    @Test
    void refusesToRunOnceClosed() {
        ImageInference inference = OnnxModels.open(manifest, onnx);
        inference.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> inference.run(ByteBuffer.allocateDirect(IMAGE_BYTES), 1))
                .withMessageContaining("close");
    }

    private float redShareOf(int level) {
        try (ImageInference inference = OnnxModels.open(manifest, onnx)) {
            ByteBuffer image = ByteBuffer.allocateDirect(IMAGE_BYTES);
            for (int i = 0; i < IMAGE_BYTES; i += 3) {
                image.put(i, (byte) level);
            }
            return inference.run(image, 1).values().get(4 * ANCHORS);
        }
    }

    private static void assertUnusable(DetectorModel manifest, byte[] onnx, String... inMessage) {
        assertThatExceptionOfType(UnusableModelException.class)
                .isThrownBy(() -> OnnxModels.open(manifest, onnx))
                .satisfies(e -> assertThat(String.join(" ", e.differences())).contains(inMessage));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
