package io.jellybean.cli.demo;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.compile.ProblemCompiler;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.util.List;
import java.util.Optional;

/** From what was asked for and what was measured to a plan that can be deployed. */
final class DemoPlanning {

    private final WorkflowAndObjective wanted;
    private final Infrastructure infrastructure;

    DemoPlanning(WorkflowAndObjective wanted, Infrastructure infrastructure) {
        this.wanted = wanted;
        this.infrastructure = infrastructure;
    }

    /**
     * Plans.
     *
     * @throws InfeasibleException if no plan can meet the objective, or none was found
     */
    DemoPlan plan(Profile profile) {
        PlanningProblem problem = ProblemCompiler.compile(wanted, infrastructure, profile);
        Plan plan = planned(MixedIntegerPlanner.withDefaults().plan(problem));
        Optional<Plan> cloud = new TopTierPlanner(
                        MixedIntegerPlanner.withDefaults().withoutReasons())
                .plan(problem)
                .fold(
                        planned -> Optional.of(planned.plan()),
                        infeasible -> Optional.empty(),
                        undecided -> Optional.empty());
        return new DemoPlan(wanted.objective(), profile, problem, deployable(plan), cloud);
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

    private DeployablePlan deployable(Plan plan) {
        List<ModelManifest> models = wanted.workflow().operators().stream()
                .filter(Operator::needsModel)
                .flatMap(operator -> operator.variants().stream())
                .map(PackagedModels::manifest)
                .toList();
        return DeployablePlan.of(plan, wanted, infrastructure, models);
    }
}
