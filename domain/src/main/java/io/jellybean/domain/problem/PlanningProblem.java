package io.jellybean.domain.problem;

import io.jellybean.domain.DirectedGraph;
import io.jellybean.domain.Require;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a planner is asked, complete: least cost for given rates, accuracy and policy.
 *
 * @param channels the {@code edges} of the file
 * @param serviceTimes the {@code latencyMs} of the file
 * @param accuracies one per workflow; all must be met
 * @param latencyLimits the {@code slo} of the file; all must be met
 */
public record PlanningProblem(
        String name,
        String description,
        List<Tier> tiers,
        List<TierLink> links,
        List<Worker> workers,
        List<RequestSource> sources,
        List<ProblemOperator> operators,
        List<ProblemChannel> channels,
        List<ServiceMillis> serviceTimes,
        List<AccuracyTarget> accuracies,
        Policy policy,
        List<LatencyLimit> latencyLimits) {
    public PlanningProblem {
        tiers = List.copyOf(tiers);
        links = List.copyOf(links);
        workers = List.copyOf(workers);
        sources = List.copyOf(sources);
        operators = List.copyOf(operators);
        channels = List.copyOf(channels);
        serviceTimes = List.copyOf(serviceTimes);
        accuracies = List.copyOf(accuracies);
        latencyLimits = List.copyOf(latencyLimits);
        Require.unbroken(
                "problem " + name,
                new ProblemRules(tiers, links, workers, sources, operators, channels)
                        .broken(serviceTimes, accuracies, latencyLimits));
    }

    /** The same under another policy. */
    public PlanningProblem withPolicy(Policy other) {
        return new PlanningProblem(
                name,
                description,
                tiers,
                links,
                workers,
                sources,
                operators,
                channels,
                serviceTimes,
                accuracies,
                other,
                latencyLimits);
    }

    /** Whether a node of the workflow is a source. */
    public boolean isSource(String node) {
        return sources.stream().anyMatch(source -> source.id().equals(node));
    }

    /** The name of a tier. */
    public String tierName(int index) {
        return tiers.stream()
                .filter(tier -> tier.index() == index)
                .map(Tier::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("problem %s has no tier %d".formatted(name, index)));
    }

    /** The operators, each after all that feed it. */
    public List<ProblemOperator> operatorsInOrder() {
        return graph().topologicalOrder().stream()
                .flatMap(node ->
                        operators.stream().filter(operator -> operator.id().equals(node)))
                .toList();
    }

    private DirectedGraph graph() {
        return new DirectedGraph(
                Stream.concat(
                                sources.stream().map(RequestSource::id),
                                operators.stream().map(ProblemOperator::id))
                        .toList(),
                channels.stream()
                        .map(channel -> new DirectedGraph.Arc(channel.from(), channel.to()))
                        .toList());
    }
}
