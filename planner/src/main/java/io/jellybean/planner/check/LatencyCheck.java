package io.jellybean.planner.check;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest arrival on every path that carries flow: service, waiting for a batch, and links; no queueing. */
final class LatencyCheck {

    /** Flows up to this are rounding and make no path. */
    private static final double NO_FLOW_PER_SECOND = 1e-6;

    private static final double MS_PER_KB_AT_1_MBPS = 8.192;

    private record Place(String operator, GroupId group) {}

    private final PlannedProblem planned;
    private final Map<Place, Double> latestMs = new HashMap<>();

    LatencyCheck(PlannedProblem planned) {
        this.planned = planned;
        for (ProblemOperator operator : planned.problem().operatorsInOrder()) {
            for (Placement placement : planned.plan().placementsOf(operator.id())) {
                latestMs.put(new Place(operator.id(), placement.group()), arrivalMs(placement) + serviceMs(placement));
            }
        }
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (LatencyLimit limit : planned.problem().latencyLimits()) {
            double reachedMs = latestMs.entrySet().stream()
                    .filter(entry ->
                            limit.sink() == null || entry.getKey().operator().equals(limit.sink()))
                    .mapToDouble(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            if (Tolerance.exceeds(reachedMs, limit.maxLatencyMs())) {
                violations.add("latency is %s ms, but maxLatencyMs is %s".formatted(reachedMs, limit.maxLatencyMs()));
            }
        }
        return violations;
    }

    double greatestMs() {
        return latestMs.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private double arrivalMs(Placement placement) {
        double latest = 0;
        for (Flow flow : planned.plan().flowsInto(placement.operator(), placement.group())) {
            if (flow.requestsPerSecond() > NO_FLOW_PER_SECOND) {
                double before = flow instanceof OperatorFlow between
                        ? latestMs.getOrDefault(new Place(between.from(), between.fromGroup()), Double.NaN)
                        : 0;
                latest = Math.max(latest, before + hopMs(flow));
            }
        }
        return latest;
    }

    private double serviceMs(Placement placement) {
        double waitMs = placement.batchSize() > 1 ? planned.problem().policy().batchWaitMs() : 0;
        return planned.service(placement).map(ServiceMillis::ms).orElse(Double.NaN) + waitMs;
    }

    private double hopMs(Flow flow) {
        double kb = planned.problem().channels().stream()
                .filter(channel ->
                        channel.from().equals(flow.from()) && channel.to().equals(flow.to()))
                .mapToDouble((ProblemChannel channel) -> planned.messageKb(channel))
                .sum();
        return planned.problem().links().stream()
                .filter(link -> flow.changesTier()
                        && planned.problem().tierName(link.fromTier()).equals(flow.fromTier())
                        && planned.problem()
                                .tierName(link.toTier())
                                .equals(flow.toGroup().tier()))
                .mapToDouble((TierLink link) -> hopMs(link, kb))
                .sum();
    }

    private static double hopMs(TierLink link, double kb) {
        Double rttMs = link.rttMs();
        Double mbps = link.mbps();
        return (rttMs == null ? 0 : rttMs / 2) + (mbps == null ? 0 : kb * MS_PER_KB_AT_1_MBPS / mbps);
    }
}
