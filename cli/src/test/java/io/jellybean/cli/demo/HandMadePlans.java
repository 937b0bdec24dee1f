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
import java.util.stream.IntStream;

/** Plans without a planner: all operators that keep state on one group, the others on all groups, an equal share on each worker. */
final class HandMadePlans {

    static final GroupId EDGE = new GroupId("edge", "box");
    static final GroupId CLOUD = new GroupId("cloud", "vm");

    static final Infrastructure CORNER = new Infrastructure(
            "corner",
            List.of("edge", "cloud"),
            List.of(
                    new WorkerGroup("edge", "box", 1, 0.03, 2, 900_000_000),
                    new WorkerGroup("cloud", "vm", 1, 0.2, 2, 900_000_000)),
            List.of(),
            List.of(new IngestHost("edge", 1, 0.02, 640_000_000)));

    private static final double REQUESTS_PER_SECOND = 30;

    private final Workflow workflow;
    private final Infrastructure infrastructure;
    private final GroupId stateful;
    private final Map<GroupId, Integer> workersByGroup;
    private final Map<String, String> variants;

    private HandMadePlans(
            Workflow workflow,
            Infrastructure infrastructure,
            GroupId stateful,
            Map<GroupId, Integer> workersByGroup,
            Map<String, String> variants) {
        this.workflow = workflow;
        this.infrastructure = infrastructure;
        this.stateful = stateful;
        this.workersByGroup = new TreeMap<>(workersByGroup);
        this.variants = variants;
    }

    /** State at the edge, the last variant of each operator, one worker at the edge and one in the cloud. */
    static DeployablePlan of(Workflow workflow) {
        return on(CORNER, workflow, EDGE, Map.of(EDGE, 1, CLOUD, 1), lastVariants(workflow));
    }

    /**
     * A plan.
     *
     * @param stateful where all state is
     * @param workersByGroup how many workers of each group are used
     */
    static DeployablePlan on(
            Infrastructure infrastructure,
            Workflow workflow,
            GroupId stateful,
            Map<GroupId, Integer> workersByGroup,
            Map<String, String> variants) {
        return new HandMadePlans(workflow, infrastructure, stateful, workersByGroup, variants).plan();
    }

    /** Of each operator the last variant that the workflow names. */
    static Map<String, String> lastVariants(Workflow workflow) {
        Map<String, String> variants = new TreeMap<>();
        workflow.operators()
                .forEach(operator -> variants.put(
                        operator.id(),
                        operator.variants().get(operator.variants().size() - 1)));
        return variants;
    }

    private DeployablePlan plan() {
        double usdPerHour = groups().stream().mapToDouble(UsedGroup::usdPerHour).sum();
        Plan plan = new Plan(
                "ab".repeat(32),
                new Solver("hand", Solver.Status.OPTIMAL, usdPerHour, 0),
                new Cost(usdPerHour, List.of()),
                List.of(0.9),
                variants,
                groups(),
                placements(),
                flows());
        Map<String, String> hashes = variants.values().stream()
                .filter(PackagedModels::has)
                .distinct()
                .collect(Collectors.toMap(
                        variant -> variant,
                        variant -> PackagedModels.manifest(variant).sha256()));
        return new DeployablePlan(
                plan,
                workflow,
                infrastructure,
                WorkerSharing.SHARED,
                0.8,
                hashes,
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }

    private List<UsedGroup> groups() {
        List<UsedGroup> groups = new ArrayList<>();
        workersByGroup.forEach((id, workers) -> {
            WorkerGroup group = infrastructure.group(id).orElseThrow();
            groups.add(new UsedGroup(id, workers, group.slots(), workers * group.usdPerHour(), 0.2));
        });
        return groups;
    }

    private List<GroupId> groups(Operator operator) {
        return operator.stateful() ? List.of(stateful) : List.copyOf(workersByGroup.keySet());
    }

    private double share(GroupId group, List<GroupId> among) {
        int all = among.stream().mapToInt(this::workers).sum();
        return (double) workers(group) / all;
    }

    private int workers(GroupId group) {
        return workersByGroup.getOrDefault(group, 0);
    }

    private List<Placement> placements() {
        List<Placement> placements = new ArrayList<>();
        for (Operator operator : workflow.operators()) {
            List<GroupId> groups = groups(operator);
            for (GroupId group : groups) {
                List<String> workers = IntStream.rangeClosed(1, workers(group))
                        .mapToObj(number -> group + "/" + number)
                        .toList();
                placements.add(
                        Placement.evenly(operator.id(), group, workers, REQUESTS_PER_SECOND * share(group, groups)));
            }
        }
        return placements;
    }

    private List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (Channel channel : workflow.channels()) {
            List<GroupId> receivers = groups(workflow.operator(channel.to()));
            boolean fromSource = workflow.sender(channel).isEmpty();
            List<GroupId> senders = fromSource ? List.of(EDGE) : groups(workflow.operator(channel.from()));
            for (GroupId sender : senders) {
                for (GroupId receiver : receivers) {
                    double sent = fromSource ? 1 : share(sender, senders);
                    double rate = REQUESTS_PER_SECOND * sent * share(receiver, receivers);
                    flows.add(
                            fromSource
                                    ? new SourceFlow(channel.from(), "edge", channel.to(), receiver, rate)
                                    : new OperatorFlow(channel.from(), sender, channel.to(), receiver, rate));
                }
            }
        }
        return flows;
    }
}
