package io.jellybean.domain.io;

import io.jellybean.domain.plan.Cost;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.plan.WorkerFlow;
import io.jellybean.domain.plan.WorkerFlows;
import io.jellybean.domain.problem.PlanningProblem;
import java.util.List;

/** Writes the fields of a plan. */
final class PlanWriter {

    private PlanWriter() {}

    static JsonObject deployablePlan(DeployablePlan deployable) {
        JsonObject deployment = new JsonObject()
                .put("workflow", WorkflowFields.write(deployable.workflow()))
                .put("infrastructure", InfrastructureFields.write(deployable.infrastructure()))
                .put("sharing", deployable.sharing())
                .put("maxUtilisation", deployable.maxUtilisation())
                .put("onnxModelSha256ByVariant", deployable.onnxModelSha256ByVariant())
                .put("maxParallelism", deployable.maxParallelism());
        return plan(deployable.plan()).put("deployment", deployment);
    }

    static JsonObject with(PlanningProblem problem, JsonObject plan) {
        return plan.put("problem", ProblemWriter.problem(problem));
    }

    static JsonObject plan(Plan plan) {
        List<Placement> batched = plan.placements().stream()
                .filter(placement -> placement.batchSize() > 1)
                .toList();
        return new JsonObject()
                .put("format", PlanFile.FORMAT)
                .put("inputsSha256", plan.inputsSha256())
                .put("solver", solver(plan.solver()))
                .put("cost", cost(plan.cost()))
                .put("accuracies", plan.accuracies())
                .putAll("groups", plan.groups(), PlanWriter::group)
                .putAll("groupFlows", plan.flows(), PlanWriter::groupFlow)
                .put("models", plan.variantByOperator())
                .put("assignment", assignment(plan))
                .putAll(
                        "batches",
                        batched,
                        placement -> new JsonObject()
                                .put("operator", placement.operator())
                                .put("tier", placement.group().tier())
                                .put("type", placement.group().type())
                                .put("batch", placement.batchSize()))
                .putAll("flows", WorkerFlows.of(plan), PlanWriter::workerFlow);
    }

    private static JsonObject solver(Solver solver) {
        return new JsonObject()
                .put("name", solver.name())
                .put("status", solver.status())
                .put("boundUsdPerHour", solver.boundUsdPerHour())
                .put("gap", solver.gap());
    }

    private static JsonObject cost(Cost cost) {
        return new JsonObject()
                .put("totalUsdPerHour", cost.total())
                .put("computeUsdPerHour", cost.computeUsdPerHour())
                .putAll(
                        "links",
                        cost.links(),
                        link -> new JsonObject()
                                .put("fromTier", link.fromTier())
                                .put("toTier", link.toTier())
                                .put("usdPerHour", link.usdPerHour()));
    }

    private static JsonObject group(UsedGroup group) {
        return new JsonObject()
                .put("group", group.group().toString())
                .put("workers", group.workers())
                .put("slotsPerWorker", group.slotsPerWorker())
                .put("usdPerHour", group.usdPerHour())
                .put("utilisation", group.utilisation());
    }

    private static JsonObject groupFlow(Flow flow) {
        JsonObject object = new JsonObject().put("from", flow.from());
        if (flow instanceof OperatorFlow between) {
            object.put("fromGroup", between.fromGroup().toString());
        } else {
            object.put("fromTier", flow.fromTier());
        }
        return object.put("to", flow.to())
                .put("toGroup", flow.toGroup().toString())
                .put("perSecond", flow.requestsPerSecond());
    }

    private static JsonObject assignment(Plan plan) {
        JsonObject assignment = new JsonObject();
        for (String operator : plan.variantByOperator().keySet()) {
            List<JsonObject> rows = plan.placementsOf(operator).stream()
                    .flatMap(placement -> placement.loads().stream()
                            .map(load -> new JsonObject()
                                    .put("worker", load.worker())
                                    .put("group", placement.group().toString())
                                    .put("load", load.requestsPerSecond())))
                    .toList();
            assignment.putAll(operator, rows, row -> row);
        }
        return assignment;
    }

    private static JsonObject workerFlow(WorkerFlow flow) {
        return new JsonObject()
                .put("from", flow.from())
                .put("to", flow.to())
                .put("fromWorker", flow.fromWorker())
                .put("toWorker", flow.toWorker())
                .put("perSecond", flow.requestsPerSecond());
    }
}
