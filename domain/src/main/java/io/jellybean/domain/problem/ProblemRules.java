package io.jellybean.domain.problem;

import io.jellybean.domain.DirectedGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that hold between the parts of a problem; finds all that are broken, not only the first. */
record ProblemRules(
        List<Tier> tiers,
        List<TierLink> links,
        List<Worker> workers,
        List<RequestSource> sources,
        List<ProblemOperator> operators,
        List<ProblemChannel> channels) {

    List<String> broken(
            List<ServiceMillis> serviceTimes, List<AccuracyTarget> accuracies, List<LatencyLimit> latencyLimits) {
        List<String> broken = new ArrayList<>();
        broken.addAll(twice("tier", tiers, Tier::index));
        broken.addAll(twice("tier", tiers, Tier::name));
        broken.addAll(twice("link", links, link -> link.fromTier() + " -> " + link.toTier()));
        broken.addAll(twice("worker", workers, Worker::id));
        broken.addAll(twice("id", nodes(), node -> node));
        broken.addAll(twice("edge", channels, channel -> channel.from() + " -> " + channel.to()));
        broken.addAll(twice(
                "latencyMs row",
                serviceTimes,
                row -> List.of(row.operator(), row.variant(), row.workerType(), row.batch())));
        broken.addAll(tiersExist());
        broken.addAll(channelsJoinOperators());
        broken.addAll(accuracyNamesOperators(accuracies));
        if (broken.isEmpty()) {
            channels.forEach(channel -> broken.addAll(hasAValueForAllVariants(channel)));
        }
        latencyLimits.stream()
                .map(LatencyLimit::sink)
                .filter(Objects::nonNull)
                .filter(sink -> !operatorIds().contains(sink))
                .forEach(sink -> broken.add("slo: there is no operator \"%s\"".formatted(sink)));
        return broken;
    }

    private List<String> tiersExist() {
        Set<Integer> known = tiers.stream().map(Tier::index).collect(Collectors.toSet());
        return Stream.of(
                        workers.stream().map(Worker::tier),
                        sources.stream().map(RequestSource::tier),
                        links.stream().map(TierLink::fromTier),
                        links.stream().map(TierLink::toTier))
                .flatMap(index -> index)
                .distinct()
                .filter(index -> !known.contains(index))
                .map("there is no tier %d"::formatted)
                .toList();
    }

    private List<String> channelsJoinOperators() {
        List<String> broken = new ArrayList<>();
        Set<String> known = new HashSet<>(nodes());
        for (ProblemChannel channel : channels) {
            if (!known.contains(channel.from()) || !operatorIds().contains(channel.to())) {
                broken.add("edge %s -> %s must lead from a source or an operator to an operator"
                        .formatted(channel.from(), channel.to()));
            }
        }
        for (String operator : operatorIds()) {
            if (channels.stream().noneMatch(channel -> channel.to().equals(operator))) {
                broken.add("operator %s has no edge that leads to it".formatted(operator));
            }
        }
        if (broken.isEmpty()) {
            List<String> cycle = new DirectedGraph(
                            nodes(),
                            channels.stream()
                                    .map(channel -> new DirectedGraph.Arc(channel.from(), channel.to()))
                                    .toList())
                    .cycle();
            if (!cycle.isEmpty()) {
                broken.add("the edges go in a circle: " + String.join(" -> ", cycle));
            }
        }
        return broken;
    }

    private List<String> hasAValueForAllVariants(ProblemChannel channel) {
        List<String> broken = new ArrayList<>();
        List<@Nullable String> fromVariants = new ArrayList<>(variants(channel.from()));
        if (fromVariants.isEmpty()) {
            fromVariants.add(null); // a source
        }
        for (String from : fromVariants) {
            for (String to : variants(channel.to())) {
                if (channel.ratio().value(from, to).isEmpty()
                        || channel.messageKb().value(from, to).isEmpty()) {
                    broken.add("edge %s -> %s: ratio or messageKb has no rule for the variants %s -> %s"
                            .formatted(channel.from(), channel.to(), from, to));
                }
            }
        }
        return broken;
    }

    private List<String> variants(String node) {
        return operators.stream()
                .filter(operator -> operator.id().equals(node))
                .flatMap(operator -> operator.variants().stream())
                .toList();
    }

    private List<String> accuracyNamesOperators(List<AccuracyTarget> accuracies) {
        return accuracies.stream()
                .flatMap(accuracy -> accuracy.operators().stream())
                .filter(operator -> !operatorIds().contains(operator))
                .map("accuracy: there is no operator \"%s\""::formatted)
                .toList();
    }

    private List<String> nodes() {
        return Stream.concat(
                        sources.stream().map(RequestSource::id),
                        operators.stream().map(ProblemOperator::id))
                .toList();
    }

    private Set<String> operatorIds() {
        return operators.stream().map(ProblemOperator::id).collect(Collectors.toSet());
    }

    private static <T> List<String> twice(String what, List<T> things, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        return things.stream()
                .map(key)
                .filter(name -> !seen.add(name))
                .map(name -> "the %s \"%s\" stands twice".formatted(what, name))
                .toList();
    }
}
