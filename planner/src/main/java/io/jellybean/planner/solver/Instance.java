package io.jellybean.planner.solver;

import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem whose variants are chosen: where to place fixed loads.
 *
 * @param rateByOperator requests per second that each operator must serve
 * @param options all ways to serve the operators
 */
record Instance(
        PlanningProblem problem,
        Combination combination,
        Spread spread,
        Map<String, Double> rateByOperator,
        List<Option> options,
        List<ChannelLoad> channels) {

    static Instance of(PlanningProblem problem, Combination combination, List<WorkerKind> kinds, Spread spread) {
        Map<String, Double> rates = problem.requiredRates(combination.variantByOperator());
        List<Option> options = new ArrayList<>();
        for (ProblemOperator operator : problem.operators()) {
            for (WorkerKind kind : kinds) {
                options.addAll(options(problem, combination, operator.id(), kind, rates));
            }
        }
        List<ChannelLoad> channels = problem.channels().stream()
                .map(channel -> new ChannelLoad(
                        channel.from(),
                        channel.to(),
                        sourceTier(problem, channel.from()),
                        rates.getOrDefault(channel.to(), 0.0),
                        channel.messageKb(
                                combination.variantByOperator().get(channel.from()),
                                combination.variant(channel.to()))))
                .toList();
        return new Instance(problem, combination, spread, rates, options, channels);
    }

    double rate(String operator) {
        return rateByOperator.getOrDefault(operator, 0.0);
    }

    List<Option> optionsOf(String operator) {
        return options.stream()
                .filter(option -> option.operator().equals(operator))
                .toList();
    }

    Site site(WorkerKind kind) {
        return problem.latencyLimits().isEmpty()
                ? Site.ofTier(kind.tier())
                : new Site(kind.tier(), kind.group().type());
    }

    /** Where an operator can be served. */
    List<Site> sitesOf(String operator) {
        return optionsOf(operator).stream()
                .map(option -> site(option.kind()))
                .distinct()
                .toList();
    }

    Optional<TierLink> link(int fromTier, int toTier) {
        return problem.links().stream()
                .filter(link -> link.fromTier() == fromTier && link.toTier() == toTier)
                .findFirst();
    }

    private static List<Option> options(
            PlanningProblem problem,
            Combination combination,
            String operator,
            WorkerKind kind,
            Map<String, Double> rates) {
        double rate = rates.getOrDefault(operator, 0.0);
        boolean batching = problem.policy().batchWaitMs() > 0;
        return problem.serviceTimes().stream()
                .filter(row -> row.operator().equals(operator)
                        && row.variant().equals(combination.variant(operator))
                        && row.workerType().equals(kind.group().type())
                        && (row.batch() == 1 || batching))
                .map(row -> new Option(operator, kind, row.batch(), row.ms(), busySlots(rate, row)))
                .toList();
    }

    private static double busySlots(double rate, ServiceMillis row) {
        return rate * row.msPerRequest() / 1000;
    }

    private static @Nullable Integer sourceTier(PlanningProblem problem, String node) {
        return problem.sources().stream()
                .filter(source -> source.id().equals(node))
                .map(RequestSource::tier)
                .findFirst()
                .orElse(null);
    }
}
