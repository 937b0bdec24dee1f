package io.jellybean.planner.solver;

import com.google.ortools.linearsolver.MPVariable;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.TierLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The unknowns of a placement. Loads and flows are fractions of the required rate, which keeps coefficients near 1.
 * The total load of an operator is 1, and so is the total flow on each of its channels.
 */
final class PlacementVariables {

    private record WorkersOf(@Nullable String operator, WorkerKind kind) {}

    /** From where to where on which channel. */
    record FlowKey(ChannelLoad channel, Site from, Site to) {

        boolean changesTier() {
            return from.tier() != to.tier();
        }

        boolean takes(TierLink link) {
            return changesTier() && link.fromTier() == from.tier() && link.toTier() == to.tier();
        }
    }

    private final Instance instance;
    private final LinearModel model;
    private final Map<Option, MPVariable> loads = new LinkedHashMap<>();
    private final Map<WorkersOf, MPVariable> workers = new LinkedHashMap<>();
    private final Map<FlowKey, MPVariable> flows = new LinkedHashMap<>();

    PlacementVariables(Instance instance, LinearModel model) {
        this.instance = instance;
        this.model = model;
        instance.options().forEach(this::declareLoad);
        instance.channels().forEach(this::declareFlows);
    }

    /** load[o] in 0..1: the share of the operator's requests that is served by option o. */
    Map<Option, MPVariable> loads() {
        return loads;
    }

    /** flow[c, s, t] in 0..1: the share of channel c that goes from site s to site t; only where a link allows it. */
    Map<FlowKey, MPVariable> flows() {
        return flows;
    }

    /** workers[v, k] = 0, 1, 2, ...: how many workers of kind k serve operator v; under shared one number for all v. */
    MPVariable workers(String operator, WorkerKind kind) {
        WorkersOf key = new WorkersOf(shared() ? null : operator, kind);
        return workers.computeIfAbsent(key, any -> model.whole(0, kind.count(), "workers"));
    }

    /** All numbers of workers of one kind together. */
    Expression workers(WorkerKind kind) {
        Expression all = new Expression();
        workers.forEach((key, variable) -> {
            if (key.kind().equals(kind)) {
                all.plus(1, variable);
            }
        });
        return all;
    }

    List<WorkerKind> kinds() {
        return workers.keySet().stream().map(WorkersOf::kind).distinct().toList();
    }

    /** The share of an operator's load at a site. */
    Expression loadAt(String operator, Site site) {
        Expression sum = new Expression();
        for (Option option : instance.optionsOf(operator)) {
            if (instance.site(option.kind()).equals(site)) {
                sum.plus(1, load(option));
            }
        }
        return sum;
    }

    MPVariable load(Option option) {
        MPVariable load = loads.get(option);
        if (load == null) {
            throw new IllegalArgumentException("no load of " + option);
        }
        return load;
    }

    boolean shared() {
        return instance.problem().policy().workerSharing() == WorkerSharing.SHARED;
    }

    private void declareLoad(Option option) {
        loads.put(option, model.number(0, 1, "load"));
        workers(option.operator(), option.kind());
    }

    private void declareFlows(ChannelLoad channel) {
        for (Site from : senders(channel)) {
            for (Site to : instance.sitesOf(channel.to())) {
                boolean possible = from.tier() == to.tier()
                        || instance.link(from.tier(), to.tier()).isPresent();
                if (possible) {
                    flows.put(new FlowKey(channel, from, to), model.number(0, 1, "flow"));
                }
            }
        }
    }

    private List<Site> senders(ChannelLoad channel) {
        Integer sourceTier = channel.sourceTier();
        return sourceTier == null ? instance.sitesOf(channel.from()) : List.of(Site.ofTier(sourceTier));
    }
}
