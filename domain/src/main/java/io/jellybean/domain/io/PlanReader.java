package io.jellybean.domain.io;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.Cost;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.LinkCost;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.plan.SourceFlow;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.plan.WorkerFlow;
import io.jellybean.domain.plan.WorkerFlows;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the fields of a plan. */
final class PlanReader {

    private PlanReader() {}

    static Optional<Plan> plan(FieldReader fields) {
        fields.has("deployment");
        return read(fields, plan -> plan);
    }

    static Optional<AnsweredProblem> answeredProblem(FieldReader fields) {
        fields.has("deployment");
        Optional<PlanningProblem> problem = fields.object("problem", ProblemReader::problem);
        return read(fields, plan -> answered(problem.orElseThrow(), plan));
    }

    private static AnsweredProblem answered(PlanningProblem problem, Plan plan) {
        if (!ProblemFile.sha256(problem).equals(plan.inputsSha256())) {
            throw new IllegalArgumentException(
                    "the plan answers another problem than the one in the file: inputsSha256 differs. Maybe plan again");
        }
        return new AnsweredProblem(problem, plan);
    }

    static Optional<DeployablePlan> deployablePlan(FieldReader fields) {
        Optional<Function<Plan, DeployablePlan>> deployment = fields.object("deployment", PlanReader::deployment);
        return read(fields, plan -> deployment.orElseThrow().apply(plan));
    }

    private static <T> Optional<T> read(FieldReader fields, Function<Plan, T> complete) {
        Formats.require(fields, PlanFile.FORMAT);
        fields.has("problem");
        String inputsSha256 = fields.text("inputsSha256");
        Optional<Solver> solver = fields.object("solver", PlanReader::solver);
        Optional<Cost> cost = fields.object("cost", PlanReader::cost);
        List<Double> accuracies = fields.numbers("accuracies", Range.ANY);
        List<UsedGroup> groups = fields.objects("groups", PlanReader::group);
        List<Flow> flows = fields.objects("groupFlows", PlanReader::flow);
        Optional<Map<String, String>> models = texts(fields, "models");
        Optional<Assignment> assignment = fields.object("assignment", Assignment::read);
        List<Assignment.Batch> batches = fields.optionalObjects("batches", Assignment.Batch::read);
        List<WorkerFlow> workerFlows = fields.objects("flows", PlanReader::workerFlow);
        return fields.build(() -> {
            Plan plan = new Plan(
                    inputsSha256,
                    solver.orElseThrow(),
                    cost.orElseThrow(),
                    accuracies,
                    models.orElseThrow(),
                    groups,
                    assignment.orElseThrow().placements(batches),
                    flows);
            if (!WorkerFlows.of(plan).equals(workerFlows)) {
                throw new IllegalArgumentException(
                        "flows and groupFlows contradict each other: the file was changed by hand. Maybe plan again");
            }
            return complete.apply(plan);
        });
    }

    private static Optional<Solver> solver(FieldReader fields) {
        String name = fields.text("name");
        Solver.Status status = fields.oneOf("status", Solver.Status.class);
        double bound = fields.number("boundUsdPerHour", Range.NOT_NEGATIVE);
        double gap = fields.number("gap", Range.NOT_NEGATIVE);
        return fields.build(() -> new Solver(name, status, bound, gap));
    }

    private static Optional<Cost> cost(FieldReader fields) {
        fields.has("totalUsdPerHour"); // the sum of the others
        double compute = fields.number("computeUsdPerHour", Range.NOT_NEGATIVE);
        List<LinkCost> links = fields.objects("links", link -> {
            String from = link.text("fromTier");
            String to = link.text("toTier");
            double usdPerHour = link.number("usdPerHour", Range.NOT_NEGATIVE);
            return link.build(() -> new LinkCost(from, to, usdPerHour));
        });
        return fields.build(() -> new Cost(compute, links));
    }

    private static Optional<UsedGroup> group(FieldReader fields) {
        String group = fields.text("group");
        int workers = (int) fields.whole("workers", 1, 1_000_000);
        int slots = (int) fields.whole("slotsPerWorker", 1, 10_000);
        double usdPerHour = fields.number("usdPerHour", Range.NOT_NEGATIVE);
        double utilisation = fields.number("utilisation", Range.NOT_NEGATIVE);
        return fields.build(() -> new UsedGroup(GroupId.parse(group), workers, slots, usdPerHour, utilisation));
    }

    private static Optional<Flow> flow(FieldReader fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        String toGroup = fields.text("toGroup");
        double perSecond = fields.number("perSecond", Range.POSITIVE);
        if (fields.has("fromTier")) {
            String fromTier = fields.text("fromTier");
            return fields.build(() -> new SourceFlow(from, fromTier, to, GroupId.parse(toGroup), perSecond));
        }
        String fromGroup = fields.text("fromGroup");
        return fields.build(
                () -> new OperatorFlow(from, GroupId.parse(fromGroup), to, GroupId.parse(toGroup), perSecond));
    }

    private static Optional<WorkerFlow> workerFlow(FieldReader fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        String fromWorker = fields.text("fromWorker");
        String toWorker = fields.text("toWorker");
        double perSecond = fields.number("perSecond", Range.POSITIVE);
        return fields.build(() -> new WorkerFlow(from, to, fromWorker, toWorker, perSecond));
    }

    private static Optional<Function<Plan, DeployablePlan>> deployment(FieldReader fields) {
        Optional<Workflow> workflow = fields.object("workflow", object -> {
            Supplier<Workflow> read = WorkflowFields.read(object, WorkflowFile.DEFAULT_MAX_AGE);
            return object.build(read);
        });
        Optional<Infrastructure> infrastructure = fields.object("infrastructure", object -> {
            Supplier<Infrastructure> read = InfrastructureFields.read(object);
            return object.build(read);
        });
        WorkerSharing sharing = fields.oneOf("sharing", WorkerSharing.class);
        double maxUtilisation = fields.number("maxUtilisation", Range.POSITIVE_FRACTION);
        Optional<Map<String, String>> sha256ByVariant = texts(fields, "onnxModelSha256ByVariant");
        int maxParallelism = (int) fields.whole("maxParallelism", 1, 32_768);
        return fields.build(() -> plan -> new DeployablePlan(
                plan,
                workflow.orElseThrow(),
                infrastructure.orElseThrow(),
                sharing,
                maxUtilisation,
                sha256ByVariant.orElseThrow(),
                maxParallelism));
    }

    private static Optional<Map<String, String>> texts(FieldReader fields, String key) {
        return fields.object(key, object -> {
            Map<String, String> textByKey = new TreeMap<>();
            object.keys().forEach(name -> textByKey.put(name, object.text(name)));
            return object.build(() -> textByKey);
        });
    }
}
