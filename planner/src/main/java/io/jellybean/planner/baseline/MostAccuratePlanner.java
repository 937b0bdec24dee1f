package io.jellybean.planner.baseline;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.ReachableAccuracies;

/** The most accurate models, placed as cheap as another planner can do it: what one does who does not trade accuracy. */
public final class MostAccuratePlanner implements Planner {

    private final Planner placement;

    /**
     * @param placement places the models
     */
    public MostAccuratePlanner(Planner placement) {
        this.placement = placement;
    }

    @Override
    public PlanningOutcome plan(PlanningProblem problem) {
        ChangedProblem mostAccurate = new ChangedProblem(problem);
        for (int workflow = 0; workflow < problem.accuracies().size(); workflow++) {
            AccuracyTarget accuracy = problem.accuracies().get(workflow);
            double best = ReachableAccuracies.of(problem, workflow)
                    .below(Double.POSITIVE_INFINITY)
                    .orElse(accuracy.target());
            mostAccurate = mostAccurate.withAccuracyTarget(workflow, Math.max(best, accuracy.target()));
        }
        return Answers.to(problem, placement.plan(mostAccurate.problem()));
    }
}
