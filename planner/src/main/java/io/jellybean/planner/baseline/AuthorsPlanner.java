package io.jellybean.planner.baseline;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.check.PlanChecker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The method of Wu et al., "Serving and Optimizing Machine Learning Workflows on Heterogeneous Infrastructures" (VLDB 2022), as
 * their public prototype does it: beam search over variants, then greedy assignment over several tiers. It knows exclusive
 * workers, forward links and proportional flows; a plan of it that breaks another rule of the problem is not given out.
 * Departs in two things: workers are filled up to the problem's maxUtilisation, and a choice of variants whose end-to-end
 * accuracy misses the target is left out.
 */
public final class AuthorsPlanner implements Planner {

    private final boolean backtracking;

    private AuthorsPlanner(boolean backtracking) {
        this.backtracking = backtracking;
    }

    /** The published run ({@code greedy}). */
    public static AuthorsPlanner greedy() {
        return new AuthorsPlanner(false);
    }

    /** The variant that drops superfluous workers ({@code greedy-backtrace}). */
    public static AuthorsPlanner withBacktracking() {
        return new AuthorsPlanner(true);
    }

    @Override
    public PlanningOutcome plan(PlanningProblem problem) {
        if (problem.accuracies().size() != 1) {
            return new PlanningOutcome.Undecided("the authors' method knows one workflow, but %s has %d"
                    .formatted(problem.name(), problem.accuracies().size()));
        }
        Optional<Plan> cheapest = new ModelSelection(problem)
                .candidates().stream()
                        .flatMap(variants -> plan(problem, variants).stream())
                        .min(Comparator.comparingDouble(plan -> plan.cost().total()));
        if (cheapest.isEmpty()) {
            return new PlanningOutcome.Undecided(
                    "the authors' method finds no plan of %s, which does not mean that there is none"
                            .formatted(problem.name()));
        }
        List<String> violations = PlanChecker.check(problem, cheapest.get()).violations();
        return violations.isEmpty()
                ? new PlanningOutcome.Planned(cheapest.get())
                : new PlanningOutcome.Undecided("the authors' method does not know all rules of %s; its plan breaks: %s"
                        .formatted(problem.name(), String.join("; ", violations)));
    }

    private Optional<Plan> plan(PlanningProblem problem, Map<String, String> variants) {
        return new WorkerAssignment(problem, variants, backtracking)
                .cheapest()
                .map(assignment -> new ProportionalPlan(problem, variants, assignment.loads())
                        .plan(backtracking ? "authors, backtracking" : "authors"))
                .filter(plan -> plan.accuracy() >= problem.accuracies().get(0).target());
    }
}
