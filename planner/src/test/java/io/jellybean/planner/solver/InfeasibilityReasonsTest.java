package io.jellybean.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.PublishedProblems;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfeasibilityReasonsTest {

    /** So long that a busy machine does not cut the search for reasons short. */
    private static final MixedIntegerPlanner PATIENT = MixedIntegerPlanner.withTimeLimit(Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({
        "inf-bandwidth-2t-014, bandwidth",
        "inf-latency-2t-014, latency",
        "inf-stateful-2t-016, stateful",
        "inf-utilisation-2t-012, utilisation",
        "inf-vqa-2t-009-accuracy, accuracy",
    })
    void theOneReasonComesFirst(String name, String because) {
        assertThat(reasons(PublishedProblems.problem(name)).get(0)).startsWith(because + ":");
    }

    @Test
    void capacityIsNamedWhereWorkersAreShort() {
        assertThat(reasons(PublishedProblems.problem("vehicle-3t-018-edge-of-capacity")))
                .anySatisfy(reason -> assertThat(reason).startsWith("capacity:"));
    }

    /** What is said to help helps. */
    @Test
    void theSmallestChangeMakesAPlanPossible() {
        PlanningProblem problem = PublishedProblems.problem("inf-latency-2t-014");
        double now = problem.latencyLimits().get(0).maxLatencyMs();
        String reason = reasons(problem).get(0);

        double enough = Double.parseDouble(reason.replaceAll(".*with (to \\S+ )?([0-9.]+) ms instead.*", "$2"));

        assertThat(enough).isGreaterThan(now);
        assertThat(plan(problem, (enough + 0.05) / now)).isInstanceOf(PlanningOutcome.Planned.class);
        assertThat(plan(problem, 0.99 * enough / now)).isInstanceOf(PlanningOutcome.Infeasible.class);
    }

    @Test
    void anOperatorThatLacksCapacityIsNamedWithWhatItLacksAndWhere() {
        PlanningProblem published = PublishedProblems.problem("jellybean-vqa-medium");

        assertThat(reasons(new ChangedProblem(published).withRatesTimes(10).problem()))
                .anySatisfy(reason -> assertThat(reason)
                        .contains("SpeechRecognition needs 400.0 requests per second", "would lack", "edge", "cloud"))
                .anySatisfy(reason -> assertThat(reason).startsWith("rates: with at most"));
    }

    private static PlanningOutcome plan(PlanningProblem problem, double latencyFactor) {
        return PATIENT.withoutReasons()
                .plan(new ChangedProblem(problem)
                        .withLatencyLimitsTimes(latencyFactor)
                        .problem());
    }

    private static List<String> reasons(PlanningProblem problem) {
        return PATIENT.plan(problem)
                .fold(
                        planned -> List.of(),
                        PlanningOutcome.Infeasible::reasons,
                        undecided -> List.of(undecided.reason()));
    }
}
