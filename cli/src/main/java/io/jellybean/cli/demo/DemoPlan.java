package io.jellybean.cli.demo;

import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.compile.PlanningInputs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was planned, and from what.
 *
 * @param deployable the plan that is served
 * @param everythingInTheCloud the cheapest plan that uses the last tier only; empty if that cannot meet the objectives
 * @param alone what each workflow would cost on workers of its own, US dollars per hour, in the order of the inputs; empty if there is
 *     only one, or one has no plan alone
 */
record DemoPlan(
        PlanningInputs inputs,
        PlanningProblem problem,
        DeployablePlan deployable,
        Optional<Plan> everythingInTheCloud,
        List<Double> alone) {

    Plan plan() {
        return deployable.plan();
    }

    /** The accuracies that are planned with, by what is counted; those of which that is not said have no part in it. */
    Map<String, Double> accuracyByMetric() {
        Map<String, Double> accuracyByMetric = new LinkedHashMap<>();
        for (int i = 0; i < inputs.workflows().size(); i++) {
            String metric = inputs.workflows().get(i).profile().accuracy().metric();
            if (metric != null) {
                accuracyByMetric.put(metric, plan().accuracies().get(i));
            }
        }
        return accuracyByMetric;
    }
}
