package io.jellybean.jobs.spec;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.SourceFlow;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a plan into the vertices and routes of a job. */
public final class JobSpecCompiler {

    private final DeployablePlan deployable;

    private JobSpecCompiler(DeployablePlan deployable) {
        this.deployable = deployable;
    }

    /**
     * The job that serves the plan.
     *
     * @throws IllegalArgumentException if the plan cannot be deployed: its workflow breaks {@link JobRules}, a
     *     stateful operator on several worker groups, or a source in a tier without an ingest host
     */
    public static JobSpec compile(DeployablePlan deployable) {
        return new JobSpecCompiler(deployable).compile();
    }

    private JobSpec compile() {
        Require.unbroken("workflow " + deployable.workflow().id(), JobRules.broken(deployable.workflow()));
        List<Vertex> sources = new ArrayList<>();
        List<Vertex> ingests = new ArrayList<>();
        for (Source source : deployable.workflow().sources()) {
            SlotGroup slots = ingestSlots(source);
            int parallelism = ingestHost(source).slots();
            sources.add(new Vertex("source-" + source.id(), source.id(), slots, parallelism));
            ingests.add(new Vertex("ingest-" + source.id(), source.id(), slots, parallelism));
        }
        List<Vertex> operators = new ArrayList<>();
        deployable.workflow().operators().forEach(operator -> operators.addAll(vertices(operator)));
        return new JobSpec(
                deployable.workflow(),
                deployable.plan().variantByOperator(),
                deployable.onnxModelSha256ByVariant(),
                deployable.maxParallelism(),
                sources,
                ingests,
                operators,
                sinks(ingests, operators),
                routes());
    }

    private IngestHost ingestHost(Source source) {
        return deployable.infrastructure().ingest().stream()
                .filter(host -> host.tier().equals(source.tier()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "source %s stands in tier %s, where infrastructure %s has no ingest host. Maybe add one under \"ingest\""
                                .formatted(
                                        source.id(),
                                        source.tier(),
                                        deployable.infrastructure().id())));
    }

    private SlotGroup ingestSlots(Source source) {
        IngestHost host = ingestHost(source);
        return new SlotGroup(
                "ingest-" + host.tier(),
                SlotGroup.externalResourcesOfIngest(host.tier()),
                WorkerMemory.of(host.memoryBytes(), host.slots()));
    }

    private List<Vertex> vertices(Operator operator) {
        List<Placement> placements = deployable.plan().placementsOf(operator.id());
        if (operator.stateful() && placements.size() > 1) {
            throw new IllegalArgumentException(
                    "operator %s is stateful, so its state must stand in one worker group, but the plan spreads it over %s"
                            .formatted(
                                    operator.id(),
                                    placements.stream().map(Placement::group).toList()));
        }
        return placements.stream().map(placement -> vertex(operator, placement)).toList();
    }

    private Vertex vertex(Operator operator, Placement placement) {
        WorkerGroup group = deployable.infrastructure().group(placement.group()).orElseThrow();
        int slots = Math.multiplyExact(placement.workers(), group.slots());
        Integer maxSlots = operator.maxSlots();
        return new Vertex(
                uid(operator.id(), placement.group()),
                operator.id(),
                slotGroup(operator, group),
                maxSlots == null ? slots : Math.min(slots, maxSlots));
    }

    /** A stateful operator keeps its uid wherever it goes, so that its state moves with it. */
    private String uid(String operator, GroupId group) {
        return deployable.workflow().operator(operator).stateful() ? operator : operator + "@" + group;
    }

    private SlotGroup slotGroup(Operator operator, WorkerGroup group) {
        boolean shared = deployable.sharing() == WorkerSharing.SHARED;
        return new SlotGroup(
                shared ? group.id().toString() : group.id() + "/" + operator.id(),
                SlotGroup.externalResourcesOf(group.id()),
                WorkerMemory.of(group.memoryBytes(), group.slots()),
                group.provider());
    }

    /** Each topic is written where most of it comes from; what is rejected is written beside the broker. */
    private List<Vertex> sinks(List<Vertex> ingests, List<Vertex> operators) {
        List<Vertex> sinks = new ArrayList<>();
        for (Sink sink : deployable.workflow().sinks()) {
            Placement largest = deployable.plan().placementsOf(sink.from()).stream()
                    .max(Comparator.comparingDouble(Placement::requestsPerSecond))
                    .orElseThrow();
            String writer = uid(sink.from(), largest.group());
            Vertex beside = operators.stream()
                    .filter(vertex -> vertex.uid().equals(writer))
                    .findFirst()
                    .orElseThrow();
            sinks.add(sink(sink.topic(), beside));
        }
        sinks.add(sink(JobSpec.REJECTED_TOPIC, ingests.get(0)));
        return sinks;
    }

    private static Vertex sink(String topic, Vertex beside) {
        return new Vertex("topic-" + topic, topic, beside.slotGroup(), beside.parallelism());
    }

    private List<Route> routes() {
        Map<List<String>, List<Route.Share>> sharesByEnds = new LinkedHashMap<>();
        for (Flow flow : deployable.plan().flows()) {
            sharesByEnds
                    .computeIfAbsent(List.of(sender(flow), flow.to()), ends -> new ArrayList<>())
                    .add(new Route.Share(uid(flow.to(), flow.toGroup()), flow.requestsPerSecond()));
        }
        List<Route> routes = new ArrayList<>();
        sharesByEnds.forEach((ends, shares) -> routes.add(new Route(ends.get(0), ends.get(1), shares)));
        return routes;
    }

    private String sender(Flow flow) {
        if (flow instanceof OperatorFlow operatorFlow) {
            return uid(flow.from(), operatorFlow.fromGroup());
        }
        if (flow instanceof SourceFlow) {
            return "ingest-" + flow.from();
        }
        throw new IllegalStateException("a flow comes from a source or an operator, but this is " + flow);
    }
}
