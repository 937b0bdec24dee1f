package io.jellybean.benchmarks.engine;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Cost;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.plan.SourceFlow;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The whole of a workflow, or its first steps, on one worker with one slot: nothing to plan. */
final class OneWorkerPlan {

    private static final String TIER = "edge";
    private static final GroupId BOX = new GroupId(TIER, "box");
    private static final double REQUESTS_PER_SECOND = 30;

    /** One worker, and the host that takes frames in. */
    static final Infrastructure INFRASTRUCTURE = new Infrastructure(
            "one-worker",
            List.of(TIER),
            List.of(new WorkerGroup(TIER, BOX.type(), 1, 0.03, 1, 900_000_000)),
            List.of(),
            List.of(new IngestHost(TIER, 1, 0.02, 640_000_000)));

    private OneWorkerPlan() {}

    /**
     * Its plan.
     *
     * @param variants by operator; operators that are not named are left out
     */
    static DeployablePlan of(Workflow workflow, Map<String, String> variants) {
        Workflow served = only(workflow, variants.keySet());
        Plan plan = new Plan(
                "0".repeat(64),
                new Solver("none", Solver.Status.OPTIMAL, 0, 0),
                new Cost(0, List.of()),
                List.of(),
                variants,
                List.of(new UsedGroup(BOX, 1, 1, 0, 1)),
                served.operators().stream()
                        .map(operator -> Placement.evenly(operator.id(), BOX, List.of(BOX + "/1"), REQUESTS_PER_SECOND))
                        .toList(),
                flows(served));
        return new DeployablePlan(
                plan,
                served,
                INFRASTRUCTURE,
                WorkerSharing.SHARED,
                1,
                hashes(variants),
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }

    private static Workflow only(Workflow workflow, Set<String> operators) {
        List<Operator> kept = workflow.operators().stream()
                .filter(operator -> operators.contains(operator.id()))
                .toList();
        return new Workflow(
                workflow.id(),
                workflow.sources(),
                kept,
                workflow.channels().stream()
                        .filter(channel -> operators.contains(channel.to()))
                        .toList(),
                workflow.sinks().stream()
                        .filter(sink -> operators.contains(sink.from()))
                        .toList());
    }

    private static List<Flow> flows(Workflow workflow) {
        List<Flow> flows = new ArrayList<>();
        List<String> sources = workflow.sources().stream().map(Source::id).toList();
        for (Channel channel : workflow.channels()) {
            flows.add(
                    sources.contains(channel.from())
                            ? new SourceFlow(channel.from(), TIER, channel.to(), BOX, REQUESTS_PER_SECOND)
                            : new OperatorFlow(channel.from(), BOX, channel.to(), BOX, REQUESTS_PER_SECOND));
        }
        return flows;
    }

    private static Map<String, String> hashes(Map<String, String> variants) {
        Map<String, String> hashes = new TreeMap<>();
        variants.values().stream()
                .filter(PackagedModels::has)
                .forEach(variant ->
                        hashes.put(variant, PackagedModels.manifest(variant).sha256()));
        return hashes;
    }
}
