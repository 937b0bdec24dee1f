package io.jellybean.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.Tier;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.VariantRule;
import io.jellybean.domain.problem.VariantRules;
import io.jellybean.domain.problem.Worker;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.PublishedProblems;
import io.jellybean.planner.check.PlanChecker;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounding and tolerances make no plan that breaks a rule, and none that is too dear. */
class NumbersTest {

    /**
     * The load fills a whole number of workers to the last request; one more worker would be too dear, one less breaks the cap.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 1.0, 100",
        "3, 10, 1.0, 300",
        "7, 3, 1.0, 2333.3333333333335",
        "7, 0.001, 0.8, 5600000",
        "3, 1000, 0.7, 2.1",
        "9, 0.3, 0.9, 27000",
        "6, 123.456, 0.85, 41.31026438569207",
    })
    void aLoadThatFillsWorkersExactlyTakesExactlyThese(int workers, double ms, double cap, double rate) {
        PlanningProblem problem = problem(rate, ms, cap, 0.25, 10);

        Plan plan = plan(problem);

        assertThat(plan.workers()).isEqualTo(workers);
        assertThat(plan.cost().total()).isCloseTo(0.25 * workers, within(1e-6 * 0.25 * workers));
    }

    /** With one tier for each operator CBC calls something a solution of this that takes two thousandths more of a worker than there is. */
    @Test
    void whatOneSolverGetsWrongAnotherGetsRight() {
        PlanningProblem problem = new ChangedProblem(PublishedProblems.problem("latency-2t-014"))
                .withRatesTimes(2)
                .withAccuracyTarget(0, 64.16)
                .problem();
        MixedIntegerPlanner planner = MixedIntegerPlanner.withDefaults().withoutReasons();

        assertThat(planned(planner.plan(problem)).solver().status()).isEqualTo(Solver.Status.OPTIMAL);
        assertThat(planner.withOneTierPerOperator().plan(problem)).isInstanceOf(PlanningOutcome.Infeasible.class);
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 1", "1, 1", "1e6, 1", "40, 1e-9", "40, 1e6", "1e-3, 1e6", "1e6, 1e-9"})
    void ratesAndPricesMayBeTinyOrHuge(double rate, double usdPerHour) {
        PlanningProblem problem = problem(rate, 2_500 / rate, 1, usdPerHour, 4);

        Plan plan = plan(problem);

        assertThat(plan.workers()).isEqualTo(3);
        assertThat(plan.cost().total()).isCloseTo(3 * usdPerHour, within(3e-6 * usdPerHour));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1})
    void whatIsNoNumberIsRefused(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestSource("cameras", 0, value));
        assertThatIllegalArgumentException().isThrownBy(() -> new Worker("w", "type", 0, value, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceMillis("detect", "s", "type", value, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TierLink(0, 1, value, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TierLink(0, 1, 0, value, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TierLink(0, 1, 0, null, value));
        assertThatIllegalArgumentException().isThrownBy(() -> new LatencyLimit(null, value));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(WorkerSharing.SHARED, value, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(WorkerSharing.SHARED, 1, value));
        assertThatIllegalArgumentException().isThrownBy(() -> new VariantRule(null, null, value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anAccuracyMayBeNegativeButMustBeANumber(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccuracyTarget.Row(List.of("s"), value));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccuracyTarget(value, List.of(), List.of()));
    }

    private static Plan plan(PlanningProblem problem) {
        Plan plan = planned(MixedIntegerPlanner.withDefaults().plan(problem));
        assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
        return plan;
    }

    private static Plan planned(PlanningOutcome outcome) {
        assertThat(outcome).isInstanceOf(PlanningOutcome.Planned.class);
        return ((PlanningOutcome.Planned) outcome).plan();
    }

    /** One operator on interchangeable workers. */
    private static PlanningProblem problem(double rate, double ms, double cap, double usdPerHour, int workers) {
        VariantRules one = new VariantRules(List.of(new VariantRule(null, null, 1)));
        return new PlanningProblem(
                "one operator",
                "",
                List.of(new Tier(0, "edge")),
                List.of(),
                IntStream.range(0, workers)
                        .mapToObj(i -> new Worker("w" + i, "type", 0, usdPerHour, 1))
                        .toList(),
                List.of(new RequestSource("cameras", 0, rate)),
                List.of(new ProblemOperator("detect", List.of("s"), false, null)),
                List.of(new ProblemChannel("cameras", "detect", one, one)),
                List.of(new ServiceMillis("detect", "s", "type", ms, 1)),
                List.of(new AccuracyTarget(0.5, List.of("detect"), List.of(new AccuracyTarget.Row(List.of("s"), 0.9)))),
                new Policy(WorkerSharing.EXCLUSIVE, cap, 0),
                List.of(),
                List.of());
    }
}
