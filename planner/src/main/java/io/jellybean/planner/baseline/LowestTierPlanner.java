package io.jellybean.planner.baseline;

import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Tier;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import java.util.List;

/** Everything in the tier nearest to the sources that can do it all, and there as cheap as another planner can do it. */
public final class LowestTierPlanner implements Planner {

    private final Planner withinATier;

    /**
     * @param withinATier chooses variants and workers among those of a tier
     */
    public LowestTierPlanner(Planner withinATier) {
        this.withinATier = withinATier;
    }

    @Override
    public PlanningOutcome plan(PlanningProblem problem) {
        List<Integer> nearestFirst =
                problem.tiers().stream().map(Tier::index).sorted().toList();
        for (int tier : nearestFirst) {
            PlanningProblem oneTier = new ChangedProblem(problem)
                    .withWorkersThat(worker -> worker.tier() == tier)
                    .problem();
            PlanningOutcome outcome = withinATier.plan(oneTier);
            if (!(outcome instanceof PlanningOutcome.Infeasible)) {
                return Answers.to(problem, outcome);
            }
        }
        return new PlanningOutcome.Infeasible(List.of("no tier can do everything by itself"));
    }
}
