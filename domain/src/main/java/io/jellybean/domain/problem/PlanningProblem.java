package io.jellybean.domain.problem;

import io.jellybean.domain.DirectedGraph;
import io.jellybean.domain.Require;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a planner is asked, complete: least cost for given rates, accuracy and policy.
 *
 * @param channels the {@code edges} of the file
 * @param serviceTimes the {@code latencyMs} of the file
 * @param accuracies one per workflow; all must be met
 * @param latencyLimits the {@code slo} of the file; all must be met
 * @param operatorAccuracies the {@code perOperatorAccuracy} of the file; no rule depends on it
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
        List<LatencyLimit> latencyLimits,
        List<OperatorAccuracy> operatorAccuracies) {
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
        operatorAccuracies = List.copyOf(operatorAccuracies);
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
                latencyLimits,
                operatorAccuracies);
    }

    /** How long a batch takes; empty if this cannot run there. */
    public Optional<ServiceMillis> serviceTime(String operator, String variant, String workerType, int batch) {
        return serviceTimes.stream()
                .filter(row -> row.operator().equals(operator)
                        && row.variant().equals(variant)
                        && row.workerType().equals(workerType)
                        && row.batch() == batch)
                .findFirst();
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

    /**
     * The requests per second that each operator must serve: T(v) = min over its inputs u of T(u) * ratio(u, v), for a join
     * waits for all its inputs. Sources stand in it, too.
     */
    public Map<String, Double> requiredRates(Map<String, String> variantByOperator) {
        Map<String, Double> rates = new HashMap<>();
        sources.forEach(source -> rates.put(source.id(), source.ratePerSecond()));
        for (ProblemOperator operator : operatorsInOrder()) {
            rates.put(
                    operator.id(),
                    channels.stream()
                            .filter(channel -> channel.to().equals(operator.id()))
                            .mapToDouble(channel -> rates.getOrDefault(channel.from(), 0.0)
                                    * channel.ratio(
                                            variantByOperator.get(channel.from()),
                                            Objects.requireNonNull(variantByOperator.get(operator.id()))))
                            .min()
                            .orElse(Double.POSITIVE_INFINITY));
        }
        return rates;
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
