package io.jellybean.domain.workflow;

import io.jellybean.domain.DirectedGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of a workflow's shape; finds all that are broken, not only the first. */
record WorkflowRules(List<Source> sources, List<Operator> operators, List<Channel> channels, List<Sink> sinks) {

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (sources.isEmpty() || operators.isEmpty() || sinks.isEmpty()) {
            broken.add("needs at least one source, one operator and one sink");
        }
        broken.addAll(namesAreUnique());
        List<String> dangling = namesExist();
        broken.addAll(dangling);
        if (broken.isEmpty()) {
            broken.addAll(hasNoCycle());
        }
        if (broken.isEmpty()) {
            broken.addAll(everythingLeadsFromASourceToASink());
        }
        return broken;
    }

    private List<String> namesAreUnique() {
        Set<String> seen = new HashSet<>();
        Stream<String> twice = nodes().filter(node -> !seen.add(node)).map("the id \"%s\" stands twice"::formatted);
        Set<Channel> seenChannels = new HashSet<>();
        Stream<String> twiceJoined = channels.stream()
                .filter(channel -> !seenChannels.add(channel))
                .map("the channel %s stands twice"::formatted);
        return Stream.concat(twice, twiceJoined).toList();
    }

    private List<String> namesExist() {
        List<String> broken = new ArrayList<>();
        Set<String> nodes = new HashSet<>(nodes().toList());
        Set<String> operatorIds = new HashSet<>(operatorIds());
        for (Channel channel : channels) {
            if (!nodes.contains(channel.from())) {
                broken.add("channel %s: there is no source or operator \"%s\"".formatted(channel, channel.from()));
            }
            if (!operatorIds.contains(channel.to())) {
                broken.add("channel %s: there is no operator \"%s\"".formatted(channel, channel.to()));
            }
        }
        for (Sink sink : sinks) {
            if (!operatorIds.contains(sink.from())) {
                broken.add("sink to topic %s: there is no operator \"%s\"".formatted(sink.topic(), sink.from()));
            }
        }
        return broken;
    }

    private List<String> hasNoCycle() {
        List<String> cycle = graph(false).cycle();
        return cycle.isEmpty() ? List.of() : List.of("the channels go in a circle: " + String.join(" -> ", cycle));
    }

    private List<String> everythingLeadsFromASourceToASink() {
        List<String> broken = new ArrayList<>();
        Set<String> fromSources =
                graph(false).reachableFrom(sources.stream().map(Source::id).toList());
        Set<String> toSinks =
                graph(true).reachableFrom(sinks.stream().map(Sink::from).toList());
        for (String operator : operatorIds()) {
            if (!fromSources.contains(operator)) {
                broken.add("operator %s is reached from no source. Maybe add a channel to it".formatted(operator));
            }
        }
        nodes().filter(node -> !toSinks.contains(node))
                .forEach(node -> broken.add(
                        "the results of %s go nowhere. Maybe add a channel or a sink from it".formatted(node)));
        return broken;
    }

    private DirectedGraph graph(boolean backwards) {
        return new DirectedGraph(
                nodes().toList(),
                channels.stream()
                        .map(channel -> backwards
                                ? new DirectedGraph.Arc(channel.to(), channel.from())
                                : new DirectedGraph.Arc(channel.from(), channel.to()))
                        .toList());
    }

    private Stream<String> nodes() {
        return Stream.concat(
                sources.stream().map(Source::id), operators.stream().map(Operator::id));
    }

    private List<String> operatorIds() {
        return operators.stream().map(Operator::id).toList();
    }
}
