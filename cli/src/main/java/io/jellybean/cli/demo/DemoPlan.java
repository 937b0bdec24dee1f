package io.jellybean.cli.demo;

import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.profile.Profile;
import java.util.Optional;

/**
 * What was planned, and from what.
 *
 * @param deployable the plan that is served
 * @param everythingInTheCloud the cheapest plan that uses the last tier only; empty if that cannot meet the objective
 */
record DemoPlan(
        Objective objective,
        Profile profile,
        PlanningProblem problem,
        DeployablePlan deployable,
        Optional<Plan> everythingInTheCloud) {

    Plan plan() {
        return deployable.plan();
    }
}
