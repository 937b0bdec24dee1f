package io.jellybean.operators.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.FeaturesInput;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.domain.model.ModelFile;
import io.jellybean.domain.model.WordsInput;
import io.jellybean.operators.inference.AnswerInference;
import io.jellybean.operators.inference.InferenceOutput;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionAnswererTest {

    private static final AnswerModel MODEL = new AnswerModel(
            new ModelFile("m", "m.onnx", "0".repeat(64), new MeasuredAccuracy("exactMatch", 0.5, "none")),
            new FeaturesInput("features", 1, 1, 2),
            new WordsInput("words", 3, List.of("", "?", "left", "right")),
            "extractor",
            "answers",
            List.of("no", "yes"));

    private final QuestionAnswerer answerer = new QuestionAnswerer(new SideChooser());

    /** Scores "yes" with the feature on the side of the first word, "no" with 0. */
    private static final class SideChooser implements AnswerInference {
        private boolean closed;

        @Override
        public AnswerModel manifest() {
            return MODEL;
        }

        @Override
        public InferenceOutput run(FloatBuffer features, LongBuffer words, int batch) {
            FloatBuffer scores = FloatBuffer.allocate(2 * batch);
            for (int i = 0; i < batch; i++) {
                scores.put(2 * i + 1, features.get(2 * i + (int) words.get(3 * i) - 2));
            }
            return new InferenceOutput(scores, batch, 2, 1);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void givesTheBestAnswerWithItsShare() throws RejectedQuestionException {
        Answer answer = answerer.answer(new float[] {2, -1}, "Left?");

        assertThat(answer.text()).isEqualTo("yes");
        assertThat(answer.confidence()).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-9));
        assertThat(answerer.answer(new float[] {2, -1}, "right").text()).isEqualTo("no");
    }

    @Test
    void survivesScoresThatWouldOverflow() throws RejectedQuestionException {
        assertThat(answerer.answer(new float[] {1e30f, 0}, "left")).isEqualTo(new Answer("yes", 1.0));
    }

    @Test
    void answersABatchInItsOrder() throws RejectedQuestionException {
        List<float[]> frames = List.of(new float[] {1, -1}, new float[] {1, -1}, new float[] {-3, 3});

        List<Answer> answers = answerer.answer(frames, List.of("left", "right", "right"));

        assertThat(answers).extracting(Answer::text).containsExactly("yes", "no", "yes");
    }

    @Test
    void namesTheExtractorWhoseFeaturesItReads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answerer.answer(new float[3], "left"))
                .withMessageContainingAll("m", "2", "extractor", "3");
    }

    @Test
    void closesItsInference() {
        SideChooser inference = new SideChooser();

        new QuestionAnswerer(inference).close();

        assertThat(inference.closed).isTrue();
    }
}
