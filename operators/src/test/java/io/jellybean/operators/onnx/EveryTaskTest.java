package io.jellybean.operators.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.ImageModel;
import io.jellybean.domain.model.SpeechModel;
import io.jellybean.operators.inference.AnswerInference;
import io.jellybean.operators.inference.AudioInference;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tiny network of each task, fed and read as its manifest says. */
class EveryTaskTest {

    @AfterEach
    void everySessionIsClosed() {
        assertThat(SharedSession.openCount()).isZero();
    }

    @Test
    void normalisesPixelsForADetectorOfFloats() {
        ImageModel model = (ImageModel) TestModels.manifest("float-nchw");
        try (ImageInference inference = open(model)) {
            // given: the second image is red all over
            int bytes = 32 * 64 * 3;
            ByteBuffer images = ByteBuffer.allocateDirect(2 * bytes);
            for (int i = bytes; i < 2 * bytes; i += 3) {
                images.put(i, (byte) 255);
            }

            // when
            InferenceOutput output = inference.run(images, 2);

            // then: (1 - .5) - .5 (0 - .5) - .5 (0 - .5) = 1
            assertThat(output.values().get(4 * 32)).isCloseTo(0, within(1e-6f));
            assertThat(output.values().get((6 + 4) * 32)).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void readsAnEmbeddingAndAMapOfFeatures() {
        for (String id : new String[] {"mean-colour", "mean-colour-map"}) {
            try (ImageInference inference = open((ImageModel) TestModels.manifest(id))) {
                ByteBuffer images = ByteBuffer.allocateDirect(2 * 4 * 6 * 3);
                for (int i = 4 * 6 * 3; i < 2 * 4 * 6 * 3; i += 3) {
                    images.put(i + 1, (byte) 255);
                }

                InferenceOutput output = inference.run(images, 2);

                assertThat(output.batch()).isEqualTo(2);
                assertThat(output.rows()).isEqualTo(3);
                assertThat(output.columns()).isEqualTo(1);
                assertThat(output.values().get(3)).isZero();
                assertThat(output.values().get(4)).isEqualTo(1);
            }
        }
    }

    @Test
    void hearsSoundOfAnyLength() {
        SpeechModel model = (SpeechModel) TestModels.manifest("loudness");
        try (AudioInference inference = OnnxModels.open(model, TestModels.onnx(model), ExecutionProvider.CPU)) {
            FloatBuffer audio = floats(2 * 12);
            audio.put(2, -0.5f).put(12 + 9, 0.25f);

            assertThat(inference.run(audio, 1, 8).rows()).isEqualTo(2);
            InferenceOutput output = inference.run(audio, 2, 12);

            assertThat(output.batch()).isEqualTo(2);
            assertThat(output.rows()).isEqualTo(3);
            assertThat(output.columns()).isEqualTo(3);
            assertThat(output.values().get(1)).isEqualTo(0.5f);
            assertThat(output.values().get(3 * 3 + 2 * 3)).isEqualTo(-0.25f);
            assertThat(inference.run(audio, 2, 12).values().get(1)).isEqualTo(0.5f);
        }
    }

    @Test
    void answersAQuestionAboutFeatures() {
        AnswerModel model = (AnswerModel) TestModels.manifest("first-word");
        try (AnswerInference inference = OnnxModels.open(model, TestModels.onnx(model), ExecutionProvider.CPU)) {
            FloatBuffer features = floats(6);
            features.put(0, 1).put(1, 2).put(5, 4);
            LongBuffer words = ByteBuffer.allocateDirect(4 * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
            words.put(0, 3).put(2, 2);

            InferenceOutput output = inference.run(features, words, 2);

            assertThat(output.rows()).isEqualTo(2);
            assertThat(output.columns()).isEqualTo(1);
            float[] answers = new float[4];
            output.values().get(0, answers);
            assertThat(answers).containsExactly(3, 3, 4, 2);
        }
    }

    private static ImageInference open(ImageModel model) {
        return OnnxModels.open(model, TestModels.onnx(model));
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
