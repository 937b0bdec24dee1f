package io.jellybean.cli.demo;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.compile.ProblemCompiler;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** From what was asked for and what was measured to a plan that can be deployed. */
final class DemoPlanning {

    private final Workflow workflow;
    private final Objective objective;
    private final Infrastructure infrastructure;

    DemoPlanning(WorkflowAndObjective wanted, Infrastructure infrastructure) {
        this.workflow = wanted.workflow();
        this.objective = wanted.objective();
        this.infrastructure = infrastructure;
    }

    /**
     * Plans.
     *
     * @throws InfeasibleException if no plan can meet the objective, or none was found
     */
    DemoPlan plan(Profile profile) {
        PlanningProblem problem = ProblemCompiler.compile(workflow, objective, infrastructure, profile);
        Plan plan = planned(new MixedIntegerPlanner().plan(problem));
        Optional<Plan> cloud = new TopTierPlanner(new MixedIntegerPlanner())
                .plan(problem)
                .fold(planned -> Optional.of(planned.plan()), infeasible -> Optional.empty(), undecided -> Optional.empty());
        return new DemoPlan(objective, profile, deployable(plan), cloud);
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
        Map<String, String> sha256ByVariant = workflow.operators().stream()
                .filter(Operator::needsModel)
                .map(operator -> Objects.requireNonNull(plan.variantByOperator().get(operator.id())))
                .distinct()
                .collect(Collectors.toMap(
                        variant -> variant, variant -> PackagedModels.manifest(variant).sha256()));
        return new DeployablePlan(
                plan,
                workflow,
                infrastructure,
                objective.sharing(),
                objective.maxUtilisation(),
                sha256ByVariant,
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }
}
