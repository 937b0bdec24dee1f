package io.jellybean.cli.demo;

import io.jellybean.cli.deploy.WorkflowTopics;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** The topics of all workflows as one, by the kind of operator that reads or writes them. */
record DemoTopics(Workflow workflow) {

    /** The source that feeds operators of this kind; empty if there is none. */
    Optional<Source> sourceOf(OperatorKind kind) {
        return workflow.sources().stream()
                .filter(source -> workflow.channelsOutOf(source.id()).stream()
                        .anyMatch(channel -> workflow.operator(channel.to()).kind() == kind))
                .findFirst();
    }

    /** The topic that such a source reads; empty if there is none. */
    Optional<String> into(OperatorKind kind) {
        return sourceOf(kind).map(Source::topic);
    }

    /** The topic that the results of operators of this kind are written to; empty if there is none. */
    Optional<String> of(OperatorKind kind) {
        return workflow.sinks().stream()
                .filter(sink -> workflow.operator(sink.from()).kind() == kind)
                .map(Sink::topic)
                .findFirst();
    }

    /**
     * All of them, as they have to be created.
     *
     * @param partitions of each
     */
    List<Topic> all(int partitions) {
        // Oversized frames shall get through, so that the job refuses them.
        return new WorkflowTopics(workflow)
                .all(partitions).stream()
                        .map(topic -> topic.with("max.message.bytes", "4000000"))
                        .toList();
    }
}
