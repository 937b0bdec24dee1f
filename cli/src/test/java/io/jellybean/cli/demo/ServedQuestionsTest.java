package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.AnsweredQuestion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServedQuestionsTest {

    private final QuestionRun run = DemoRuns.answered(List.of(
            AnsweredQuestion.ANSWERED,
            AnsweredQuestion.ANSWERED,
            AnsweredQuestion.TIMED_OUT,
            AnsweredQuestion.REJECTED));

    @Test
    void countsEveryQuestionOnceByItsOutcome() {
        ServedQuestions served = new ServedQuestions(run);

        assertThat(served.asked()).isEqualTo(4);
        assertThat(served.count(AnsweredQuestion.ANSWERED)).isEqualTo(2);
        assertThat(served.count(AnsweredQuestion.TIMED_OUT)).isEqualTo(1);
        assertThat(served.right()).isEqualTo(2);
        assertThat(served.lost()).isZero();
        assertThat(served.doubled()).isZero();
        assertThat(served.latency().percentileMillis(0.5)).isEqualTo(DemoRuns.LATENCY_MILLIS);
    }

    @Test
    void aMissingAnswerIsALossThoughAnotherCameTwice() {
        List<Received<AnsweredQuestion>> answers = new ArrayList<>(run.answers());
        answers.set(1, answers.get(0));

        ServedQuestions served = new ServedQuestions(new QuestionRun(run.asked(), answers));

        assertThat(served.lost()).isEqualTo(1);
        assertThat(served.doubled()).isEqualTo(1);
        assertThat(served.right()).isEqualTo(1);
    }
}
