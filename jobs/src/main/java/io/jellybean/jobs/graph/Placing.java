package io.jellybean.jobs.graph;

import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.stage.Rejections;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Gives operators the names and the slots of their vertices, and gathers what they refuse. */
final class Placing {

    private final JobSpec job;
    private final List<DataStream<RejectedFrame>> rejections = new ArrayList<>();

    Placing(JobSpec job) {
        this.job = job;
    }

    JobSpec job() {
        return job;
    }

    <T> SingleOutputStreamOperator<T> place(Vertex vertex, SingleOutputStreamOperator<T> stream) {
        return stream.uid(vertex.uid())
                .name(vertex.uid())
                .setParallelism(vertex.parallelism())
                .slotSharingGroup(vertex.slotGroup().name());
    }

    /** The same for one that may refuse records. */
    <T> SingleOutputStreamOperator<T> placeRefusing(Vertex vertex, SingleOutputStreamOperator<T> stream) {
        SingleOutputStreamOperator<T> placed = place(vertex, stream);
        rejections.add(placed.getSideOutput(Rejections.TAG));
        return placed;
    }

    /** All that was refused anywhere; empty if nothing can be. */
    Optional<DataStream<RejectedFrame>> rejections() {
        return rejections.stream().reduce((left, right) -> left.union(right));
    }

    /** What a vertex runs. */
    PlannedModel model(Vertex vertex) {
        String variant = variant(vertex.node());
        return new PlannedModel(
                variant,
                Objects.requireNonNull(job.sha256ByVariant().get(variant)),
                vertex.slotGroup().provider());
    }

    String variant(String operator) {
        return Objects.requireNonNull(job.variantByOperator().get(operator));
    }

    /** Whether a node sends to an operator of this kind. */
    boolean feeds(String node, OperatorKind kind) {
        return job.workflow().channelsOutOf(node).stream()
                .map(Channel::to)
                .map(job.workflow()::operator)
                .map(Operator::kind)
                .anyMatch(kind::equals);
    }

    /** The first operator of a kind. */
    Optional<Operator> first(OperatorKind kind) {
        return job.workflow().operators().stream()
                .filter(operator -> operator.kind() == kind)
                .findFirst();
    }
}
