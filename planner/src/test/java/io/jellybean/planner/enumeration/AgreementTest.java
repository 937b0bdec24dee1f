package io.jellybean.planner.enumeration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.check.PlanChecker;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planner against plain enumeration. */
class AgreementTest {

    private static final int PROBLEMS = 500;

    static LongStream seeds() {
        return LongStream.range(0, PROBLEMS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatTryingEverythingFinds(long seed) {
        PlanningProblem problem = RandomProblems.of(seed);
        OptionalDouble optimum = new Enumeration(problem).optimum();

        PlanningOutcome outcome =
                MixedIntegerPlanner.withDefaults().withoutReasons().plan(problem);

        if (optimum.isEmpty()) {
            assertThat(outcome).isInstanceOf(PlanningOutcome.Infeasible.class);
        } else {
            assertThat(outcome).isInstanceOf(PlanningOutcome.Planned.class);
            Plan plan = ((PlanningOutcome.Planned) outcome).plan();
            assertThat(plan.cost().total())
                    .isCloseTo(optimum.getAsDouble(), within(1e-6 * Math.max(1e-3, optimum.getAsDouble())));
            assertThat(plan.solver().status()).isEqualTo(Solver.Status.OPTIMAL);
            assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
        }
    }
}
