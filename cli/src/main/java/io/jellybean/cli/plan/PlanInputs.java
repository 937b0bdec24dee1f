package io.jellybean.cli.plan;

import io.jellybean.domain.objective.WorkflowsTogether;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.planner.compile.PlanningInputs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param files what the user wrote; null if the problem is all there is, and a plan of it cannot be deployed
 */
public record PlanInputs(PlanningProblem problem, @Nullable PlanningInputs files) {

    static PlanInputs of(PlanningProblem problem) {
        return new PlanInputs(problem, null);
    }

    /** Of a user's files. */
    public static PlanInputs of(PlanningInputs files) {
        return new PlanInputs(files.problem(), files);
    }

    /** The plan with all that a cluster needs; empty if the files or the job jar lack something for that. */
    public Optional<DeployablePlan> deployable(Plan plan) {
        if (files == null) {
            return Optional.empty();
        }
        WorkflowsTogether wanted = files.together();
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
                files.infrastructure(),
                models.stream().map(PackagedModels::manifest).toList()));
    }
}
