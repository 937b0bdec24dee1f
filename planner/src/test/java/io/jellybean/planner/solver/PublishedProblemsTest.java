package io.jellybean.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.PublishedProblems;
import io.jellybean.planner.check.PlanChecker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedProblemsTest {

    private static final Planner PLANNER = MixedIntegerPlanner.withDefaults().withoutReasons();

    static Stream<PublishedProblems.Case> all() {
        return Stream.of(PublishedProblems.basic(), PublishedProblems.extended())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    void findsTheProvenOptimum(PublishedProblems.Case published) {
        PlanningOutcome outcome = PLANNER.plan(published.problem());

        if (published.optimum().isEmpty()) {
            assertThat(outcome).isInstanceOf(PlanningOutcome.Infeasible.class);
            return;
        }
        Plan plan = planOf(outcome).orElseThrow(() -> new AssertionError(outcome.toString()));
        double optimum = published.optimum().getAsDouble();
        assertThat(plan.cost().total()).isCloseTo(optimum, within(1e-6 * optimum));
        assertThat(plan.solver().status()).isEqualTo(Solver.Status.OPTIMAL);
        assertThat(PlanChecker.check(published.problem(), plan).violations()).isEmpty();
    }

    private static Optional<Plan> planOf(PlanningOutcome outcome) {
        return outcome.fold(planned -> Optional.of(planned.plan()), no -> Optional.empty(), no -> Optional.empty());
    }
}
