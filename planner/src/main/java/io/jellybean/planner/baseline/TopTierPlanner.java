package io.jellybean.planner.baseline;

import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Tier;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;

/**
 * Everything in the tier farthest from the sources ("all in the cloud"), and there as cheap as another planner can do it.
 * Its status and bound are about that tier alone: cheaper plans may use others.
 */
public final class TopTierPlanner implements Planner {

    private final Planner withinTheTier;

    /**
     * @param withinTheTier chooses variants and workers among those of the tier
     */
    public TopTierPlanner(Planner withinTheTier) {
        this.withinTheTier = withinTheTier;
    }

    @Override
    public PlanningOutcome plan(PlanningProblem problem) {
        return Answers.to(problem, withinTheTier.plan(withWorkersOfTheTopTierOnly(problem)));
    }

    private static PlanningProblem withWorkersOfTheTopTierOnly(PlanningProblem problem) {
        int top = problem.tiers().stream().mapToInt(Tier::index).max().orElse(0);
        return new ChangedProblem(problem)
                .withWorkersThat(worker -> worker.tier() == top)
                .problem();
    }
}
