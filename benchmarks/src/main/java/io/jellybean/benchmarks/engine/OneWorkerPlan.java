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
import java.util.stream.Stream;

/**
 * The whole of a workflow, or its first steps, on one worker: nothing to plan.
 *
 * @param slots of the worker
 * @param withSpare whether there is a second one, that the work can move to
 */
record OneWorkerPlan(int slots, boolean withSpare) {

    static final OneWorkerPlan ONE_SLOT = new OneWorkerPlan(1, false);

    /** The worker. */
    static final String BOX = "box";

    /** The second one. */
    static final String SPARE = "spare";

    private static final String TIER = "edge";
    private static final double REQUESTS_PER_SECOND = 30;
    private static final long WORKER_BYTES = 600_000_000;
    private static final long BYTES_PER_SLOT = 300_000_000;

    /** The worker or two, and the host that takes frames in. */
    Infrastructure infrastructure() {
        Stream<String> types = withSpare ? Stream.of(BOX, SPARE) : Stream.of(BOX);
        return new Infrastructure(
                "one-worker",
                List.of(TIER),
                types.map(type -> new WorkerGroup(TIER, type, 1, 0.03, slots, WORKER_BYTES + slots * BYTES_PER_SLOT))
                        .toList(),
                List.of(),
                List.of(new IngestHost(TIER, 1, 0.02, 640_000_000)));
    }

    /**
     * The plan.
     *
     * @param type of the worker
     * @param variants by operator; operators that are not named are left out
     * @param suffix of the topics that it reads
     */
    DeployablePlan on(String type, Workflow workflow, Map<String, String> variants, String suffix) {
        GroupId group = new GroupId(TIER, type);
        Workflow served = only(workflow, variants.keySet(), suffix);
        Plan plan = new Plan(
                "0".repeat(64),
                new Solver("none", Solver.Status.OPTIMAL, 0, 0),
                new Cost(0, List.of()),
                List.of(),
                variants,
                List.of(new UsedGroup(group, 1, 1, 0, 1)),
                served.operators().stream()
                        .map(operator ->
                                Placement.evenly(operator.id(), group, List.of(group + "/1"), REQUESTS_PER_SECOND))
                        .toList(),
                flows(served, group));
        return new DeployablePlan(
                plan,
                served,
                infrastructure(),
                WorkerSharing.SHARED,
                1,
                hashes(variants),
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }

    private static Workflow only(Workflow workflow, Set<String> operators, String suffix) {
        List<Operator> kept = workflow.operators().stream()
                .filter(operator -> operators.contains(operator.id()))
                .toList();
        return new Workflow(
                workflow.id(),
                workflow.sources().stream()
                        .map(source -> Source.complete(source.id(), source.topic() + suffix, TIER))
                        .toList(),
                kept,
                workflow.channels().stream()
                        .filter(channel -> operators.contains(channel.to()))
                        .toList(),
                workflow.sinks().stream()
                        .filter(sink -> operators.contains(sink.from()))
                        .toList());
    }

    private static List<Flow> flows(Workflow workflow, GroupId group) {
        List<Flow> flows = new ArrayList<>();
        List<String> sources = workflow.sources().stream().map(Source::id).toList();
        for (Channel channel : workflow.channels()) {
            flows.add(
                    sources.contains(channel.from())
                            ? new SourceFlow(channel.from(), TIER, channel.to(), group, REQUESTS_PER_SECOND)
                            : new OperatorFlow(channel.from(), group, channel.to(), group, REQUESTS_PER_SECOND));
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
