package io.jellybean.cli.deploy;

import io.jellybean.cli.kafka.Topic;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.spec.JobSpec;
import java.util.ArrayList;
import java.util.List;

/** The topics that a workflow reads and writes, as they have to be. */
public record WorkflowTopics(Workflow workflow) {

    /**
     * All of them, and that of what is rejected.
     *
     * @param partitions of each that is not there yet
     */
    public List<Topic> all(int partitions) {
        List<Topic> topics = new ArrayList<>();
        for (Source source : workflow.sources()) {
            topics.add(
                    holdsQuestions(source)
                            ? Topic.questions(source.topic(), partitions)
                            : Topic.frames(source.topic(), partitions));
        }
        workflow.sinks().stream()
                .map(Sink::topic)
                .distinct()
                .forEach(topic -> topics.add(Topic.results(topic, partitions)));
        topics.add(Topic.results(JobSpec.REJECTED_TOPIC, 1));
        return topics;
    }

    private boolean holdsQuestions(Source source) {
        return workflow.channelsOutOf(source.id()).stream()
                .anyMatch(channel -> workflow.operator(channel.to()).kind() == OperatorKind.RECOGNISE);
    }
}
