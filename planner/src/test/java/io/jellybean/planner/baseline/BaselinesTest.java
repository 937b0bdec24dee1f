package io.jellybean.planner.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.PublishedProblems;
import io.jellybean.planner.check.PlanChecker;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import io.jellybean.planner.solver.RoundedRelaxationPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinesTest {

    private static final MixedIntegerPlanner OPTIMAL =
            MixedIntegerPlanner.withDefaults().withoutReasons();

    private static final List<Planner> BASELINES = List.of(
            new MostAccuratePlanner(OPTIMAL),
            new TopTierPlanner(OPTIMAL),
            new LowestTierPlanner(OPTIMAL),
            OPTIMAL.withOneTierPerOperator(),
            new RoundedRelaxationPlanner(Duration.ofSeconds(10)),
            AuthorsPlanner.greedy(),
            AuthorsPlanner.withBacktracking());

    static List<PublishedProblems.Case> authors() {
        return PublishedProblems.answeredBy("authorsPrototype");
    }

    static List<PublishedProblems.Case> mostAccurate() {
        return PublishedProblems.answeredBy("mostAccurateModelsOptimallyPlaced");
    }

    static List<PublishedProblems.Case> exclusive() {
        return PublishedProblems.answeredBy("exclusive");
    }

    @ParameterizedTest
    @MethodSource("authors")
    void theAuthorsMethodAnswersWhatTheirPrototypeDoes(PublishedProblems.Case published) {
        assertAnswer(published, AuthorsPlanner.greedy());
    }

    @Test
    void theAuthorsMethodWithBacktrackingFindsTheOptimumOfThePublishedExample() {
        Plan plan = planOf(AuthorsPlanner.withBacktracking(), PublishedProblems.problem("jellybean-vqa-medium"))
                .orElseThrow();

        assertThat(plan.cost().total()).isCloseTo(7.485018, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("mostAccurate")
    void theMostAccurateModelsCostWhatIsProven(PublishedProblems.Case published) {
        assertAnswer(published, new MostAccuratePlanner(OPTIMAL));
    }

    /** A profile may know models that the workflow does not name. */
    @Test
    void theMostAccurateModelsAreThoseThatThereAre() {
        PlanningProblem problem = mostAccurate().stream()
                .filter(published -> published.optimum().isPresent())
                .findFirst()
                .orElseThrow()
                .problem();
        AccuracyTarget target = problem.accuracies().get(0);
        List<AccuracyTarget.Row> rows = new ArrayList<>(target.table());
        rows.add(new AccuracyTarget.Row(
                target.operators().stream().map(operator -> "unknown").toList(), 1_000));
        PlanningProblem knowsMore = new ChangedProblem(problem)
                .withAccuracies(List.of(new AccuracyTarget(target.target(), target.operators(), rows)))
                .problem();

        assertThat(planOf(new MostAccuratePlanner(OPTIMAL), knowsMore)
                        .orElseThrow()
                        .accuracies())
                .isEqualTo(planOf(new MostAccuratePlanner(OPTIMAL), problem)
                        .orElseThrow()
                        .accuracies());
    }

    @ParameterizedTest
    @MethodSource("exclusive")
    void noBaselineIsCheaperThanTheOptimumAndEveryPlanHolds(PublishedProblems.Case published) {
        for (Planner baseline : BASELINES) {
            planOf(baseline, published.problem()).ifPresent(plan -> {
                assertThat(PlanChecker.check(published.problem(), plan).violations())
                        .isEmpty();
                assertThat(plan.cost().total())
                        .isGreaterThanOrEqualTo(published.optimum().orElseThrow() * (1 - 1e-6));
            });
        }
    }

    @Test
    void oneTierPerOperatorSplitsNoLoadOverTiers() {
        Plan plan = planOf(OPTIMAL.withOneTierPerOperator(), PublishedProblems.problem("jellybean-vqa-medium"))
                .orElseThrow();

        assertThat(plan.variantByOperator().keySet())
                .allSatisfy(operator -> assertThat(plan.placementsOf(operator).stream()
                                .map(placement -> placement.group().tier())
                                .distinct())
                        .hasSize(1));
        assertThat(plan.cost().total()).isCloseTo(9.523642, within(1e-3));
    }

    private static void assertAnswer(PublishedProblems.Case published, Planner planner) {
        Optional<Plan> plan = planOf(planner, published.problem());
        if (published.optimum().isEmpty()) {
            assertThat(plan).isEmpty();
        } else {
            double answer = published.optimum().getAsDouble();
            assertThat(plan).isPresent();
            assertThat(plan.orElseThrow().cost().total()).isCloseTo(answer, within(1e-6 * answer));
        }
    }

    private static Optional<Plan> planOf(Planner planner, PlanningProblem problem) {
        PlanningOutcome outcome = planner.plan(problem);
        return outcome.fold(planned -> Optional.of(planned.plan()), no -> Optional.empty(), no -> Optional.empty());
    }
}
