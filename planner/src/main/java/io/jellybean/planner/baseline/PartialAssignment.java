package io.jellybean.planner.baseline;

import io.jellybean.domain.plan.WorkerLoad;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Some operators with their workers, in the authors' method.
 *
 * @param rates requests per second that each source sends and each operator must serve
 * @param taken the workers of each operator so far, with their loads
 * @param usdPerHour of all of them, inbound traffic included
 */
record PartialAssignment(
        PlanningProblem problem,
        Map<String, String> variants,
        Map<String, Double> rates,
        Map<String, List<Taken>> taken,
        double usdPerHour) {

    private static final double GB_PER_HOUR_OF_KB_PER_SECOND = 3_600 / 1024.0 / 1024.0;

    /** A worker with what it serves of an operator, requests per second. */
    record Taken(Worker worker, double load) {}

    static PartialAssignment nothing(PlanningProblem problem, Map<String, String> variants) {
        return new PartialAssignment(problem, variants, problem.requiredRates(variants), Map.of(), 0);
    }

    double rate(String operator) {
        return Objects.requireNonNull(rates.get(operator));
    }

    Set<String> usedWorkers() {
        Set<String> used = new HashSet<>();
        taken.values()
                .forEach(workers ->
                        workers.forEach(each -> used.add(each.worker().id())));
        return used;
    }

    PartialAssignment with(String operator, List<Taken> workers) {
        Map<String, List<Taken>> more = new LinkedHashMap<>(taken);
        more.put(operator, workers);
        double price = workers.stream()
                .mapToDouble(each -> each.worker().usdPerHour()
                        + inboundUsdPerHour(operator, each.worker(), each.load(), each.load()))
                .sum();
        return new PartialAssignment(problem, variants, rates, more, usdPerHour + price);
    }

    /** The highest tier that anything before an operator uses; nothing may stand in a lower one. */
    int lowestTier(String operator) {
        int lowest = 0;
        for (ProblemChannel channel : channelsInto(operator)) {
            for (RequestSource source : problem.sources()) {
                if (source.id().equals(channel.from())) {
                    lowest = Math.max(lowest, source.tier());
                }
            }
            for (Taken before : taken.getOrDefault(channel.from(), List.of())) {
                lowest = Math.max(lowest, before.worker().tier());
            }
        }
        return lowest;
    }

    /**
     * What the traffic to a worker costs; a link that is not listed counts as free.
     *
     * @param fromSources requests per second that sources send there
     * @param fromOperators requests per second that operators send there, in proportion to their loads
     */
    double inboundUsdPerHour(String operator, Worker worker, double fromSources, double fromOperators) {
        double usd = 0;
        for (ProblemChannel channel : channelsInto(operator)) {
            double gb =
                    channel.messageKb(variants.get(channel.from()), Objects.requireNonNull(variants.get(channel.to())))
                            * GB_PER_HOUR_OF_KB_PER_SECOND;
            for (RequestSource source : problem.sources()) {
                if (source.id().equals(channel.from())) {
                    usd += usdPerGb(source.tier(), worker.tier()) * gb * fromSources;
                }
            }
            for (Taken before : taken.getOrDefault(channel.from(), List.of())) {
                usd += usdPerGb(before.worker().tier(), worker.tier())
                        * gb
                        * fromOperators
                        * before.load()
                        / rate(channel.from());
            }
        }
        return usd;
    }

    Map<String, List<WorkerLoad>> loads() {
        Map<String, List<WorkerLoad>> loads = new LinkedHashMap<>();
        taken.forEach((operator, workers) -> {
            List<WorkerLoad> ofOperator = new ArrayList<>();
            workers.forEach(each -> ofOperator.add(new WorkerLoad(each.worker().id(), each.load())));
            loads.put(operator, ofOperator);
        });
        return loads;
    }

    private List<ProblemChannel> channelsInto(String operator) {
        return problem.channels().stream()
                .filter(channel -> channel.to().equals(operator))
                .toList();
    }

    private double usdPerGb(int from, int to) {
        return from == to
                ? 0
                : problem.links().stream()
                        .filter(link -> link.fromTier() == from && link.toTier() == to)
                        .mapToDouble(TierLink::usdPerGb)
                        .findFirst()
                        .orElse(0);
    }
}
