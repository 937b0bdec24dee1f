package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.AnsweredQuestion;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoProblemsTest {

    private final VehicleRun vehicles = DemoRuns.perfect(Recordings.of(4, 1), 2);

    @Test
    void thereAreNoneIfEverythingCameBack() {
        QuestionRun questions = DemoRuns.answered(List.of(AnsweredQuestion.ANSWERED, AnsweredQuestion.REJECTED));

        assertThat(new DemoProblems(DemoRuns.of(vehicles, questions, 2)).all()).isEmpty();
    }

    @Test
    void tellsWhatIsMissingOfBothWorkflows() {
        VehicleRun silent = DemoRuns.withTracks(vehicles, List.of());
        QuestionRun questions = DemoRuns.answered(List.of(AnsweredQuestion.TIMED_OUT));
        QuestionRun unanswered = new QuestionRun(questions.asked(), List.of());

        assertThat(new DemoProblems(DemoRuns.of(silent, questions, 1)).all())
                .containsExactly(
                        "8 frames have no result",
                        "1 unusable frames were not rejected",
                        "1 questions waited in vain for their frames, or these for them");
        assertThat(new DemoProblems(DemoRuns.of(null, unanswered, 0)).all())
                .containsExactly("1 questions have no answer");
    }

    @Test
    void aUsableFrameMustNotBeRejected() {
        assertThat(new DemoProblems(DemoRuns.of(vehicles, null, 3)).all())
                .containsExactly("1 usable frames were rejected");
    }
}
