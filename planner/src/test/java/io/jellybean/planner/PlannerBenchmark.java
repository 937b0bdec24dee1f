package io.jellybean.planner;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How cost, bound and time grow with workers, operators and combinations of variants. Prints Markdown; asserts nothing, so it is
 * no test and runs only when it is named:
 *
 * <pre>
 * mvn -q -pl planner -am test -Dtest=PlannerBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class PlannerBenchmark {

    private static final int ROUNDS = 3;
    private static final MixedIntegerPlanner PLANNER =
            MixedIntegerPlanner.withDefaults().withoutReasons();

    @Test
    void published() {
        header("published problems");
        for (String name : List.of(
                "jellybean-vqa-medium",
                "vehicle-3t-030-fanout",
                "dag6-3t-020",
                "vqa-3t-024-tight",
                "latency-2t-014",
                "mix-3t-020-exclusive",
                "mix-3t-024-shared")) {
            row(PublishedProblems.problem(name));
        }
    }

    @Test
    void workers() {
        header("4 tiers, 12 worker types, 8 operators, 4 of them with 5 variants: by workers");
        for (int workers : List.of(12, 120, 1_200, 10_000)) {
            row(LargeProblems.of(1, workers, 8, 4, 625));
        }
    }

    @Test
    void operators() {
        header("4 tiers, 12 worker types, 1,200 workers, 3 operators with 5 variants: by operators");
        for (int operators : List.of(3, 6, 9, 12)) {
            row(LargeProblems.of(2, 1_200, operators, 3, 125));
        }
    }

    @Test
    void combinations() {
        header("4 tiers, 12 worker types, 10,000 workers, 8 operators: by combinations");
        row(LargeProblems.of(3, 10_000, 8, 4, 625));
        row(LargeProblems.of(4, 10_000, 8, 6, 5_000));
    }

    private static void header(String title) {
        System.out.printf(
                "%n%s%n%n| problem | $ per hour | no plan below | gap | seconds |%n|---|--:|--:|--:|--:|%n", title);
    }

    /** The median of some rounds. */
    private static void row(PlanningProblem problem) {
        double[] seconds = new double[ROUNDS];
        Optional<Plan> answer = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            answer = PLANNER.plan(problem)
                    .fold(planned -> Optional.of(planned.plan()), none -> Optional.empty(), none -> Optional.empty());
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        String line = answer.map(plan -> String.format(
                        Locale.ROOT,
                        "| %s | %.4f | %.4f | %.4f %% | %.2f |",
                        problem.name(),
                        plan.cost().total(),
                        plan.solver().boundUsdPerHour(),
                        100 * plan.solver().gap(),
                        seconds[ROUNDS / 2]))
                .orElse("| %s | no plan | | | |".formatted(problem.name()));
        System.out.println(line);
    }
}
