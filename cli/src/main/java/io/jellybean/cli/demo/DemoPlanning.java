package io.jellybean.cli.demo;

import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.util.List;
import java.util.Optional;

/** From what was asked for and what was measured to a plan that can be deployed. */
final class DemoPlanning {

    private final PlanningInputs inputs;

    DemoPlanning(PlanningInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * Plans.
     *
     * @throws InfeasibleException if no plan can meet the objective, or none was found
     */
    DemoPlan plan() {
        PlanningProblem problem = inputs.problem();
        Plan plan = planned(MixedIntegerPlanner.withDefaults().plan(problem));
        Planner inTheCloud =
                new TopTierPlanner(MixedIntegerPlanner.withDefaults().withoutReasons());
        return new DemoPlan(inputs, problem, deployable(plan), planOf(inTheCloud.plan(problem)), alone());
    }

    private List<Double> alone() {
        if (inputs.workflows().size() < 2) {
            return List.of();
        }
        MixedIntegerPlanner planner = MixedIntegerPlanner.withDefaults().withoutReasons();
        List<Double> costs = inputs.workflows().stream()
                .map(each -> new PlanningInputs(List.of(each), inputs.infrastructure()))
                .flatMap(each -> planOf(planner.plan(each.problem())).stream())
                .map(plan -> plan.cost().total())
                .toList();
        return costs.size() == inputs.workflows().size() ? costs : List.of();
    }

    private static Plan planned(PlanningOutcome outcome) {
        return outcome.fold(
                PlanningOutcome.Planned::plan,
                infeasible -> {
                    throw new InfeasibleException(
                            "no plan can meet the objective:\n  " + String.join("\n  ", infeasible.reasons()));
                },
                undecided -> {
                    throw new InfeasibleException("no plan was found: " + undecided.reason());
                });
    }

    private static Optional<Plan> planOf(PlanningOutcome outcome) {
        return outcome.fold(
                planned -> Optional.of(planned.plan()), infeasible -> Optional.empty(), undecided -> Optional.empty());
    }

    private DeployablePlan deployable(Plan plan) {
        List<ModelManifest> models = inputs.together().workflow().operators().stream()
                .filter(Operator::needsModel)
                .flatMap(operator -> operator.variants().stream())
                .map(PackagedModels::manifest)
                .toList();
        return DeployablePlan.of(plan, inputs.together(), inputs.infrastructure(), models);
    }
}
