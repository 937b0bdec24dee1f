package io.jellybean.planner.solver;

import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.check.PlanChecker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The linear relaxation rounded up: for each combination of variants, as many workers as the solution without whole numbers
 * needs, rounded up, and then loads and flows anew for those workers. What one does who has a linear solver only.
 */
public final class RoundedRelaxationPlanner implements Planner {

    private static final String SOLVER = "rounded relaxation";
    private static final double GAP = 1e-7;
    /** A number of workers that is so little above a whole one is that one. */
    private static final double ROUNDING = 1e-6;

    private final Duration timeLimit;

    /**
     * @param timeLimit for each linear program
     */
    public RoundedRelaxationPlanner(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    @Override
    public PlanningOutcome plan(PlanningProblem problem) {
        List<WorkerKind> kinds = WorkerKind.of(problem);
        String inputsSha256 = ProblemFile.sha256(problem);
        Optional<Plan> cheapest = Combinations.eligible(problem).stream()
                .map(combination -> Instance.of(problem, combination, kinds, Spread.ANYWHERE))
                .flatMap(instance -> plan(instance, inputsSha256).stream())
                .filter(plan -> PlanChecker.check(problem, plan).holds())
                .min(Comparator.comparingDouble(plan -> plan.cost().total()));
        return cheapest.isPresent()
                ? new PlanningOutcome.Planned(cheapest.get())
                : new PlanningOutcome.Undecided(
                        "rounding up the relaxation gives no plan of %s, which does not mean that there is none"
                                .formatted(problem.name()));
    }

    private Optional<Plan> plan(Instance instance, String inputsSha256) {
        return roundedUp(instance).flatMap(wholes -> {
            try (LinearModel model = LinearModel.relaxed()) {
                PlacementModel placement = new PlacementModel(instance, model);
                model.fixWholes(wholes);
                if (model.solve(GAP, timeLimit).kind() != Verdict.Kind.SOLVED) {
                    return Optional.empty();
                }
                Solver facts = new Solver(SOLVER, Solver.Status.FEASIBLE, 0, 1);
                Solution solution = Solution.of(placement.variables());
                return Optional.of(new PlanAssembly(instance, solution).plan(inputsSha256, facts));
            }
        });
    }

    private Optional<List<Double>> roundedUp(Instance instance) {
        try (LinearModel model = LinearModel.relaxed()) {
            new PlacementModel(instance, model);
            if (model.solve(GAP, timeLimit).kind() != Verdict.Kind.SOLVED) {
                return Optional.empty();
            }
            return Optional.of(model.values().stream()
                    .map(value -> Math.ceil(value - ROUNDING))
                    .toList());
        }
    }
}
