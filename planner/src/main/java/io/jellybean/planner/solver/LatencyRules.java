package io.jellybean.planner.solver;

import com.google.ortools.linearsolver.MPVariable;
import io.jellybean.domain.DirectedGraph;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.TierLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every path that carries flow ends in time. Adds nothing where no latency is bounded. */
final class LatencyRules {

    private record Arrival(String operator, Site site) {}

    private final Instance instance;
    private final LinearModel model;
    private final PlacementVariables variables;
    private final BatchRules batches;
    private final Map<Arrival, MPVariable> latestMs = new LinkedHashMap<>();

    LatencyRules(Instance instance, LinearModel model, PlacementVariables variables, BatchRules batches) {
        this.instance = instance;
        this.model = model;
        this.variables = variables;
        this.batches = batches;
    }

    void addTo() {
        if (!instance.problem().latencyLimits().isEmpty()) {
            finishInTime();
            variables.flows().forEach(this::finishAfterWhatCameBefore);
        }
    }

    /** For every v from which a bounded sink is reached, and s: 0 <= latest[v, s] <= the least of these bounds. */
    private void finishInTime() {
        for (ProblemOperator operator : instance.problem().operators()) {
            double limitMs = limitMs(operator.id());
            if (limitMs < Double.POSITIVE_INFINITY) {
                for (Site site : instance.sitesOf(operator.id())) {
                    latestMs.put(new Arrival(operator.id(), site), model.number(0, limitMs, "latest"));
                }
            }
        }
    }

    /**
     * For every c = (u, v), s, t: latest[v, t] >= latest[u, s] + hop + service[v, t], unless used[c, s, t] = 0; and
     * flow[c, s, t] <= used[c, s, t].
     */
    private void finishAfterWhatCameBefore(PlacementVariables.FlowKey key, MPVariable flow) {
        String operator = key.channel().to();
        MPVariable after = latestMs.get(new Arrival(operator, key.to()));
        if (after == null) {
            return;
        }
        GroupId group = new GroupId(
                instance.problem().tierName(key.to().tier()), key.to().type());
        MPVariable before = latestMs.get(new Arrival(key.channel().from(), key.from()));
        double hopMs = hopMs(key);
        double mostMs = (before == null ? 0 : before.ub()) + hopMs + batches.greatestServiceMs(operator, group);
        MPVariable used = model.whole(0, 1, "used");
        model.atMost(new Expression().plus(1, flow).plus(-1, used), 0);
        Expression spareMs = new Expression()
                .plus(1, after)
                .plus(-1, batches.serviceMs(operator, group))
                .plus(-mostMs, used);
        if (before != null) {
            spareMs.plus(-1, before);
        }
        model.atLeast(spareMs, hopMs + batches.fixedServiceMs(operator, group) - mostMs);
    }

    /** rttMs / 2 + the time of one message on the link; 0 inside a tier and for what the link does not give. */
    private double hopMs(PlacementVariables.FlowKey key) {
        if (key.from().tier() == key.to().tier()) {
            return 0;
        }
        TierLink link = instance.link(key.from().tier(), key.to().tier()).orElseThrow();
        Double rttMs = link.rttMs();
        Double mbps = link.mbps();
        return (rttMs == null ? 0 : rttMs / 2)
                + (mbps == null ? 0 : key.channel().transferMs(mbps));
    }

    private double limitMs(String operator) {
        DirectedGraph graph = new DirectedGraph(
                instance.problem().operators().stream().map(ProblemOperator::id).toList(),
                instance.channels().stream()
                        .map(channel -> new DirectedGraph.Arc(channel.from(), channel.to()))
                        .toList());
        Set<String> reached = graph.reachableFrom(List.of(operator));
        return instance.problem().latencyLimits().stream()
                .filter(limit -> limit.sink() == null || reached.contains(limit.sink()))
                .mapToDouble(LatencyLimit::maxLatencyMs)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
