package io.jellybean.jobs.spec;

import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The whole workflow on slots of one group, however the plan spreads it: a job that ends by itself, after which the workers of that
 * group have loaded the plan's models and what else it takes to serve it.
 */
public final class Rehearsal {

    private final JobSpec job;
    private final SlotGroup group;
    private final int slots;

    private Rehearsal(JobSpec job, SlotGroup group, int slots) {
        this.job = job;
        this.group = group;
        this.slots = slots;
    }

    /**
     * The job for that.
     *
     * @param slotGroup the name of a slot-sharing group of the job
     * @param slots how many of them to use, at least one
     * @throws IllegalArgumentException if the job has no such group
     */
    public static JobSpec of(JobSpec job, String slotGroup, int slots) {
        SlotGroup group = job.vertices().stream()
                .map(Vertex::slotGroup)
                .filter(each -> each.name().equals(slotGroup))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the job has no slot-sharing group \"%s\"".formatted(slotGroup)));
        return new Rehearsal(job, group, slots).compile();
    }

    private JobSpec compile() {
        return new JobSpec(
                withAllFrames(job.workflow()),
                job.variantByOperator(),
                job.sha256ByVariant(),
                job.maxParallelism(),
                job.sources().stream().map(this::once).toList(),
                job.ingests().stream().map(this::once).toList(),
                job.workflow().operators().stream().map(this::vertex).toList(),
                job.sinks().stream()
                        .map(sink -> vertex(sink.uid(), sink.node(), Math.min(slots, sink.parallelism())))
                        .toList(),
                routes());
    }

    /** Frames are too old for a {@code live} source by the time that a new worker gets to them. */
    private static Workflow withAllFrames(Workflow workflow) {
        return new Workflow(
                workflow.id(),
                workflow.sources().stream()
                        .map(source -> Source.complete(source.id(), source.topic(), source.tier()))
                        .toList(),
                workflow.operators(),
                workflow.channels(),
                workflow.sinks());
    }

    private Vertex once(Vertex vertex) {
        return vertex(vertex.uid(), vertex.node(), 1);
    }

    private Vertex vertex(Operator operator) {
        int most = Objects.requireNonNullElse(operator.maxSlots(), slots);
        return vertex(operator.id(), operator.id(), Math.min(slots, most));
    }

    private Vertex vertex(String uid, String node, int parallelism) {
        return new Vertex(uid, node, group, parallelism);
    }

    private List<Route> routes() {
        Stream<Route> ofSources = job.ingests().stream()
                .flatMap(ingest -> job.workflow().channelsOutOf(ingest.node()).stream()
                        .map(channel -> route(ingest.uid(), channel.to())));
        Stream<Route> ofOperators = job.workflow().operators().stream()
                .flatMap(operator -> job.workflow().channelsOutOf(operator.id()).stream()
                        .map(channel -> route(operator.id(), channel.to())));
        return Stream.concat(ofSources, ofOperators).toList();
    }

    private static Route route(String from, String to) {
        return new Route(from, to, List.of(new Route.Share(to, 1)));
    }
}
