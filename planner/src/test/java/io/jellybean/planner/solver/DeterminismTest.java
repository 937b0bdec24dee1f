package io.jellybean.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.LargeProblems;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.PublishedProblems;
import io.jellybean.planner.check.PlanChecker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same problem has the same answer, to the last bit. */
class DeterminismTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jellybean-vqa-medium",
                "vehicle-3t-030-fanout",
                "dag6-3t-020",
                "mix-3t-024-shared",
                "latency-2t-014"
            })
    void theOptimumIsTheSameEveryTime(String name) {
        PlanningProblem problem = PublishedProblems.problem(name);

        assertThat(text(problem, Duration.ofMinutes(1))).isEqualTo(text(problem, Duration.ofMinutes(1)));
    }

    @Test
    void soIsWhatIsFoundWithinALimit() {
        PlanningProblem problem = LargeProblems.of(1, 4, 240, 8, 4, 625);

        Plan plan = planWithin(problem, 150);

        assertThat(PlanFile.text(planWithin(problem, 150))).isEqualTo(PlanFile.text(plan));
        assertThat(plan.solver().status()).isEqualTo(Solver.Status.FEASIBLE);
        assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
    }

    @Test
    void equallyDearPlansAreDecidedByAccuracy() {
        PlanningProblem published = PublishedProblems.problem("jellybean-vqa-medium");
        PlanningProblem twins = withTwin(published, "resnet18", "resnet34");

        Plan plan = plan(twins, Duration.ofMinutes(1));

        assertThat(plan.cost().total())
                .isEqualTo(plan(published, Duration.ofMinutes(1)).cost().total());
        assertThat(plan.variantByOperator()).containsEntry("ExtractImageFeature", "resnet34");
    }

    @Test
    void andThenByNames() {
        PlanningProblem published = PublishedProblems.problem("jellybean-vqa-medium");
        PlanningProblem twins = withTwin(published, "resnet18", "resnet34");
        AccuracyTarget accuracy = twins.accuracies().get(0);
        double best = accuracy.table().stream()
                .mapToDouble(AccuracyTarget.Row::value)
                .max()
                .orElseThrow();
        List<AccuracyTarget.Row> equallyAccurate = accuracy.table().stream()
                .map(row -> new AccuracyTarget.Row(row.variants(), best))
                .toList();
        PlanningProblem tied = new ChangedProblem(twins)
                .withAccuracies(List.of(new AccuracyTarget(accuracy.target(), accuracy.operators(), equallyAccurate)))
                .problem();

        assertThat(plan(tied, Duration.ofMinutes(1)).variantByOperator())
                .containsEntry("ExtractImageFeature", "resnet18");
    }

    /** The problem in which one variant takes as long as another. */
    private static PlanningProblem withTwin(PlanningProblem problem, String variant, String twin) {
        List<ServiceMillis> rows = problem.serviceTimes().stream()
                .filter(row -> !row.variant().equals(twin))
                .flatMap(row -> row.variant().equals(variant)
                        ? List.of(row, new ServiceMillis(row.operator(), twin, row.workerType(), row.ms(), row.batch()))
                                .stream()
                        : List.of(row).stream())
                .toList();
        return new ChangedProblem(problem).withServiceTimes(rows).problem();
    }

    /** Bounded by work alone: the backstop is out of reach of a busy machine. */
    private static Plan planWithin(PlanningProblem problem, long unitsOfWork) {
        return new Search(problem, new Budget(unitsOfWork, Duration.ofMinutes(5)), Spread.ANYWHERE)
                .best()
                .orElseThrow();
    }

    private static String text(PlanningProblem problem, Duration limit) {
        return PlanFile.text(plan(problem, limit));
    }

    private static Plan plan(PlanningProblem problem, Duration limit) {
        PlanningOutcome outcome = MixedIntegerPlanner.withTimeLimit(limit).plan(problem);
        Optional<Plan> plan =
                outcome.fold(planned -> Optional.of(planned.plan()), no -> Optional.empty(), no -> Optional.empty());
        return plan.orElseThrow(() -> new AssertionError(outcome.toString()));
    }
}
