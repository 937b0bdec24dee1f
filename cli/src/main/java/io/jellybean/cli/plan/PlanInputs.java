package io.jellybean.cli.plan;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.jobs.model.PackagedModels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param wanted what the user wrote; null if the problem is all there is, and a plan of it cannot be deployed
 * @param infrastructure as {@code wanted}
 */
record PlanInputs(
        PlanningProblem problem,
        @Nullable WorkflowAndObjective wanted,
        @Nullable Infrastructure infrastructure) {

    static PlanInputs of(PlanningProblem problem) {
        return new PlanInputs(problem, null, null);
    }

    static PlanInputs of(PlanningProblem problem, WorkflowAndObjective wanted, Infrastructure infrastructure) {
        return new PlanInputs(problem, wanted, infrastructure);
    }

    /** The plan with all that a cluster needs; empty if the files or the job jar lack something for that. */
    Optional<DeployablePlan> deployable(Plan plan) {
        if (wanted == null || infrastructure == null) {
            return Optional.empty();
        }
        List<String> models = wanted.workflow().operators().stream()
                .filter(Operator::needsModel)
                .map(operator -> plan.variantByOperator().getOrDefault(operator.id(), ""))
                .toList();
        if (!models.stream().allMatch(PackagedModels::has)) {
            return Optional.empty();
        }
        return Optional.of(DeployablePlan.of(
                plan,
                wanted,
                infrastructure,
                models.stream().map(PackagedModels::manifest).toList()));
    }
}
