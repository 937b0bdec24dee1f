package io.jellybean.domain.workflow;

import io.jellybean.domain.Require;
import java.util.List;
import java.util.Optional;

/**
 * A directed acyclic graph of operators, from sources to sinks. Names are unique over sources and operators; every
 * operator is reached from a source and leads to a sink.
 *
 * @param id a name; of several workflows that are served as one, their names joined by {@code +}
 */
public record Workflow(
        String id, List<Source> sources, List<Operator> operators, List<Channel> channels, List<Sink> sinks) {

    /** Joins the names of workflows that are served as one. */
    private static final String JOINT = "\\+";

    public Workflow {
        for (String name : id.split(JOINT, -1)) {
            Require.name("workflow id", name);
        }
        sources = List.copyOf(sources);
        operators = List.copyOf(operators);
        channels = List.copyOf(channels);
        sinks = List.copyOf(sinks);
        Require.unbroken("workflow " + id, new WorkflowRules(sources, operators, channels, sinks).broken());
    }

    /**
     * The operator of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Operator operator(String operatorId) {
        return operators.stream()
                .filter(operator -> operator.id().equals(operatorId))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("workflow %s has no operator \"%s\"".formatted(id, operatorId)));
    }

    /** The operator that a channel leaves; empty if it leaves a source. */
    public Optional<Operator> sender(Channel channel) {
        return operators.stream()
                .filter(operator -> operator.id().equals(channel.from()))
                .findFirst();
    }

    /** The channels that lead to a node. */
    public List<Channel> channelsInto(String operatorId) {
        return channels.stream()
                .filter(channel -> channel.to().equals(operatorId))
                .toList();
    }

    /** The channels that lead away from a node. */
    public List<Channel> channelsOutOf(String nodeId) {
        return channels.stream()
                .filter(channel -> channel.from().equals(nodeId))
                .toList();
    }
}
