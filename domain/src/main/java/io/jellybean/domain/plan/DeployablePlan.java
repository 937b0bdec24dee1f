package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.model.ModelManifest;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.objective.WorkflowsTogether;
import io.jellybean.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan with all that a cluster needs to run it; the job receives it as text.
 *
 * @param sharing the policy that the plan was made under
 * @param maxUtilisation the cap that the plan was made under
 * @param onnxModelSha256ByVariant the hash of every ONNX model that the plan chose
 * @param maxParallelism of the whole job; fixed for the life of its savepoints
 */
public record DeployablePlan(
        Plan plan,
        Workflow workflow,
        Infrastructure infrastructure,
        WorkerSharing sharing,
        double maxUtilisation,
        Map<String, String> onnxModelSha256ByVariant,
        int maxParallelism) {

    /** As many key groups as Flink takes by default. */
    public static final int DEFAULT_MAX_PARALLELISM = 128;

    public DeployablePlan {
        onnxModelSha256ByVariant = Collections.unmodifiableMap(new TreeMap<>(onnxModelSha256ByVariant));
        Require.positiveFraction("deployable plan: maxUtilisation", maxUtilisation);
        Require.positive("deployable plan: maxParallelism", maxParallelism);
        Require.unbroken(
                "deployable plan of " + workflow.id(),
                brokenRules(plan, workflow, infrastructure, onnxModelSha256ByVariant));
    }

    /**
     * A plan of a user's files with the models that it chose.
     *
     * @param models of all variants of the workflows, or more
     */
    public static DeployablePlan of(
            Plan plan, WorkflowsTogether wanted, Infrastructure infrastructure, List<ModelManifest> models) {
        Map<String, String> sha256ByVariant = new TreeMap<>();
        models.stream()
                .filter(model -> plan.variantByOperator().containsValue(model.id()))
                .forEach(model -> sha256ByVariant.put(model.id(), model.sha256()));
        return new DeployablePlan(
                plan,
                wanted.workflow(),
                infrastructure,
                wanted.sharing(),
                wanted.maxUtilisation(),
                sha256ByVariant,
                DEFAULT_MAX_PARALLELISM);
    }

    private static List<String> brokenRules(
            Plan plan, Workflow workflow, Infrastructure infrastructure, Map<String, String> sha256ByVariant) {
        List<String> broken = new ArrayList<>();
        workflow.operators().forEach(operator -> {
            String variant = plan.variantByOperator().get(operator.id());
            if (variant == null || !operator.variants().contains(variant)) {
                broken.add("operator %s must have one of the variants %s, but the plan says %s"
                        .formatted(operator.id(), operator.variants(), variant));
            } else if (operator.needsModel() && !sha256ByVariant.containsKey(variant)) {
                broken.add("the sha256 of variant %s of operator %s is missing".formatted(variant, operator.id()));
            }
        });
        plan.placements().stream()
                .map(Placement::group)
                .distinct()
                .filter(group -> infrastructure.group(group).isEmpty())
                .forEach(group ->
                        broken.add("infrastructure %s has no worker group %s".formatted(infrastructure.id(), group)));
        return broken;
    }
}
