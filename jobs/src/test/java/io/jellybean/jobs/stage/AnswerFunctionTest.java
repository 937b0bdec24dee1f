package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.model.FeaturesInput;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.FrameFeatures;
import io.jellybean.jobs.record.HeardQuestion;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerFunctionTest {

    private static final String VARIANT = "question-answers-s";
    private static final Duration WAIT = Duration.ofSeconds(10);

    private KeyedTwoInputStreamOperatorTestHarness<String, HeardQuestion, FrameFeatures, AnsweredQuestion> answer;

    @BeforeEach
    void open() throws Exception {
        answer = harness();
        answer.open();
    }

    @AfterEach
    void close() throws Exception {
        answer.close();
    }

    @Test
    void answersWhicheverHalfComesFirst() throws Exception {
        ask("r-1", "how many cars are there");
        show("r-1");
        show("r-2");
        ask("r-2", "how many cars are there");

        assertThat(answer.extractOutputValues())
                .extracting(AnsweredQuestion::request, AnsweredQuestion::outcome, AnsweredQuestion::askedAtMillis)
                .containsExactly(
                        tuple("r-1", AnsweredQuestion.ANSWERED, 1_000L),
                        tuple("r-2", AnsweredQuestion.ANSWERED, 1_000L));
        assertThat(answer.extractOutputValues().get(0)).satisfies(answered -> {
            assertThat(answered.question()).isEqualTo("how many cars are there");
            assertThat(model().answers()).contains(answered.answer());
            assertThat(answered.confidence()).isPositive();
        });
    }

    @Test
    void aHalfWhoseOtherNeverComesIsAnsweredByATimedOutRecordAndOnlyOnce() throws Exception {
        // given
        ask("r-1", "how many cars are there");
        show("r-2");

        // when: the other halves come too late
        answer.setProcessingTime(WAIT.toMillis());
        show("r-1");
        ask("r-2", "how many cars are there");

        // then
        assertThat(answer.extractOutputValues())
                .extracting(AnsweredQuestion::outcome)
                .containsExactly(AnsweredQuestion.TIMED_OUT, AnsweredQuestion.TIMED_OUT);
        assertThat(answer.extractOutputValues())
                .extracting(AnsweredQuestion::message)
                .containsExactlyInAnyOrder(
                        "the frame did not come within 10000 ms", "the question did not come within 10000 ms");
    }

    @Test
    void aHalfThatCannotBeUsedIsAnsweredAtOnce() throws Exception {
        answer.processElement1(new HeardQuestion("r-1", 1_000, "", "the sound has 0 bytes", 0), 0);
        show("r-1");
        answer.processElement2(new FrameFeatures("r-2", 2_000, new float[0], "the JPEG is damaged", 0), 0);

        assertThat(answer.extractOutputValues())
                .extracting(AnsweredQuestion::request, AnsweredQuestion::outcome, AnsweredQuestion::message)
                .containsExactly(
                        tuple("r-1", AnsweredQuestion.REJECTED, "the sound has 0 bytes"),
                        tuple("r-2", AnsweredQuestion.REJECTED, "the JPEG is damaged"));
    }

    @Test
    void whatWaitsOutlivesARestart() throws Exception {
        // given
        ask("r-1", "how many cars are there");
        OperatorSubtaskState state = answer.snapshot(1, 1);

        // when
        answer.close();
        answer = harness();
        answer.initializeState(state);
        answer.open();
        show("r-1");

        // then
        assertThat(answer.extractOutputValues())
                .extracting(AnsweredQuestion::outcome)
                .containsExactly(AnsweredQuestion.ANSWERED);
    }

    /** The state of ten thousand requests, half of them incomplete, is gone when they can no longer be meant. */
    @Test
    void forgetsRequests() throws Exception {
        // given
        for (int i = 0; i < 10_000; i++) {
            ask("r-" + i, "is there a bus");
            if (i % 2 == 0) {
                show("r-" + i);
            }
        }

        // when: those that wait time out, and later all are forgotten
        answer.setProcessingTime(WAIT.toMillis());
        answer.setProcessingTime(8 * WAIT.toMillis());

        // then
        assertThat(answer.extractOutputValues()).hasSize(10_000);
        assertThat(answer.numKeyedStateEntries()).isZero();
        assertThat(answer.numProcessingTimeTimers()).isZero();
    }

    private void ask(String request, String question) throws Exception {
        answer.processElement1(new HeardQuestion(request, 1_000, question, "", 0), 0);
    }

    private void show(String request) throws Exception {
        FeaturesInput input = model().features();
        float[] features = new float[input.channels() * input.rows() * input.columns()];
        answer.processElement2(new FrameFeatures(request, 2_000, features, "", 0), 0);
    }

    private static AnswerModel model() {
        return (AnswerModel) PackagedModels.manifest(VARIANT);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, HeardQuestion, FrameFeatures, AnsweredQuestion>
            harness() throws Exception {
        PlannedModel model = new PlannedModel(VARIANT, model().sha256(), ExecutionProvider.CPU);
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new AnswerFunction(model, WAIT)),
                HeardQuestion::request,
                FrameFeatures::request,
                Types.STRING);
    }
}
