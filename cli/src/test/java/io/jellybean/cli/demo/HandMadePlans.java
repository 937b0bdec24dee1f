package io.jellybean.cli.demo;

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
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans for one box at the edge, where all operators stand that keep state, and one in the cloud, which takes its share of the others. */
final class HandMadePlans {

    static final Infrastructure CORNER = new Infrastructure(
            "corner",
            List.of("edge", "cloud"),
            List.of(
                    new WorkerGroup("edge", "box", 1, 0.03, 2, 900_000_000),
                    new WorkerGroup("cloud", "vm", 1, 0.2, 2, 900_000_000)),
            List.of(),
            List.of(new IngestHost("edge", 1, 0.02, 640_000_000)));

    private static final GroupId EDGE = new GroupId("edge", "box");
    private static final GroupId CLOUD = new GroupId("cloud", "vm");
    private static final double REQUESTS_PER_SECOND = 30;

    private HandMadePlans() {}

    /** Of each operator that has variants the last one; those without state on both workers, half of the load on each. */
    static DeployablePlan of(Workflow workflow) {
        Map<String, String> variants = new TreeMap<>();
        workflow.operators()
                .forEach(operator -> variants.put(
                        operator.id(),
                        operator.variants().get(operator.variants().size() - 1)));
        Plan plan = new Plan(
                "ab".repeat(32),
                new Solver("hand", Solver.Status.OPTIMAL, 0.23, 0),
                new Cost(0.23, List.of()),
                List.of(0.9),
                variants,
                List.of(new UsedGroup(EDGE, 1, 2, 0.03, 0.2), new UsedGroup(CLOUD, 1, 2, 0.2, 0.1)),
                placements(workflow),
                flows(workflow));
        Map<String, String> hashes = variants.values().stream()
                .filter(PackagedModels::has)
                .distinct()
                .collect(Collectors.toMap(
                        variant -> variant,
                        variant -> PackagedModels.manifest(variant).sha256()));
        return new DeployablePlan(
                plan, workflow, CORNER, WorkerSharing.SHARED, 0.8, hashes, DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }

    private static List<GroupId> groups(Operator operator) {
        return operator.stateful() ? List.of(EDGE) : List.of(EDGE, CLOUD);
    }

    private static List<Placement> placements(Workflow workflow) {
        List<Placement> placements = new ArrayList<>();
        for (Operator operator : workflow.operators()) {
            for (GroupId group : groups(operator)) {
                String worker = group.equals(EDGE) ? "edge-box-1" : "cloud-vm-1";
                double share = REQUESTS_PER_SECOND / groups(operator).size();
                placements.add(Placement.evenly(operator.id(), group, List.of(worker), share));
            }
        }
        return placements;
    }

    private static List<Flow> flows(Workflow workflow) {
        List<Flow> flows = new ArrayList<>();
        for (Channel channel : workflow.channels()) {
            List<GroupId> receivers = groups(workflow.operator(channel.to()));
            boolean fromSource =
                    workflow.sources().stream().anyMatch(source -> source.id().equals(channel.from()));
            List<GroupId> senders = fromSource ? List.of(EDGE) : groups(workflow.operator(channel.from()));
            double share = REQUESTS_PER_SECOND / receivers.size() / senders.size();
            for (GroupId sender : senders) {
                for (GroupId receiver : receivers) {
                    flows.add(
                            fromSource
                                    ? new SourceFlow(channel.from(), "edge", channel.to(), receiver, share)
                                    : new OperatorFlow(channel.from(), sender, channel.to(), receiver, share));
                }
            }
        }
        return flows;
    }
}
