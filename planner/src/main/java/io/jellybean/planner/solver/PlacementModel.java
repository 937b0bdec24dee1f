package io.jellybean.planner.solver;

import com.google.ortools.linearsolver.MPVariable;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.TierLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where to place the loads of an {@link Instance} at least cost. The constructor is the table of contents; below it, one
 * method is one rule. v, u: operators; k: kind of workers; s, t: sites; c = (u, v): channel; T: required rate.
 */
final class PlacementModel {

    private final Instance instance;
    private final LinearModel model;
    private final PlacementVariables variables;

    PlacementModel(Instance instance, LinearModel model) {
        this.instance = instance;
        this.model = model;
        this.variables = new PlacementVariables(instance, model);
        serveEveryRequest();
        stayWithinCapacity();
        useOnlyWorkersThatExist();
        sendWhatWasServed();
        receiveWhatIsServed();
        stayWithinBandwidth();
        keepStateOnOneGroup();
        keepOperatorsInOneTier();
        stayWithinMaxSlots();
        BatchRules batches = new BatchRules(instance, model, variables);
        batches.addTo();
        new LatencyRules(instance, model, variables, batches).addTo();
        minimiseCost();
    }

    PlacementVariables variables() {
        return variables;
    }

    /** For every v: sum over its options o of load[o] = 1. */
    private void serveEveryRequest() {
        for (ProblemOperator operator : instance.problem().operators()) {
            Expression served = new Expression();
            instance.optionsOf(operator.id()).forEach(option -> served.plus(1, variables.load(option)));
            model.equal(served, 1);
        }
    }

    /**
     * Exclusive, for every v and k: sum over options o of v on k of busySlots[o] * load[o] <= slots[k] * maxUtilisation *
     * workers[v, k]; shared: the sum is over all v. And load[o] <= workers[v, k], which holds for whole numbers and makes
     * the relaxation tighter.
     */
    private void stayWithinCapacity() {
        double maxUtilisation = instance.problem().policy().maxUtilisation();
        Map<MPVariable, Expression> idle = new LinkedHashMap<>();
        variables.loads().forEach((option, load) -> {
            MPVariable workers = variables.workers(option.operator(), option.kind());
            double workersBusy = option.busySlots() / (option.kind().slots() * maxUtilisation);
            idle.computeIfAbsent(workers, any -> new Expression().plus(1, workers))
                    .plus(-workersBusy, load);
            model.atLeast(new Expression().plus(1, workers).plus(-1, load), 0);
        });
        idle.values().forEach(expression -> model.atLeast(expression, 0));
    }

    /** For every k: sum over v of workers[v, k] <= number of workers of that kind. */
    private void useOnlyWorkersThatExist() {
        variables.kinds().forEach(kind -> model.atMost(variables.workers(kind), kind.count()));
    }

    /** For every c = (u, v) and s: sum over t of flow[c, s, t] = load of u at s; a source sends all from its tier. */
    private void sendWhatWasServed() {
        for (ChannelLoad channel : instance.channels()) {
            if (channel.fromSource()) {
                model.equal(flows(channel, key -> true), 1);
            } else {
                for (Site site : instance.sitesOf(channel.from())) {
                    Expression out = flows(channel, key -> key.from().equals(site));
                    model.equal(out.plus(-1, variables.loadAt(channel.from(), site)), 0);
                }
            }
        }
    }

    /** For every c = (u, v) and t: sum over s of flow[c, s, t] = load of v at t. */
    private void receiveWhatIsServed() {
        for (ChannelLoad channel : instance.channels()) {
            for (Site site : instance.sitesOf(channel.to())) {
                Expression into = flows(channel, key -> key.to().equals(site));
                model.equal(into.plus(-1, variables.loadAt(channel.to(), site)), 0);
            }
        }
    }

    /** For every link with mbps: sum over c of mbps[c] * flow[c, s, t] from and to the tiers of the link <= mbps. */
    private void stayWithinBandwidth() {
        for (TierLink link : instance.problem().links()) {
            Double mbps = link.mbps();
            if (mbps != null) {
                Expression shareOfLink = new Expression();
                variables.flows().forEach((key, flow) -> {
                    if (key.takes(link)) {
                        shareOfLink.plus(key.channel().mbps() / mbps, flow);
                    }
                });
                model.atMost(shareOfLink, 1);
            }
        }
    }

    /** For every stateful v: all its load on one worker group. */
    private void keepStateOnOneGroup() {
        for (ProblemOperator operator : instance.problem().operators()) {
            if (operator.stateful()) {
                keepTogether(operator.id(), WorkerKind::group);
            }
        }
    }

    /** Where an operator may not be spread over tiers, for every v: all its load in one tier. */
    private void keepOperatorsInOneTier() {
        if (instance.spread() == Spread.ONE_TIER_PER_OPERATOR) {
            instance.problem().operators().forEach(operator -> keepTogether(operator.id(), WorkerKind::tier));
        }
    }

    /** Sum over places p of home[v, p] = 1, and load of v at p <= home[v, p]. */
    private void keepTogether(String operator, Function<WorkerKind, Object> place) {
        Expression homes = new Expression();
        List<Option> options = instance.optionsOf(operator);
        for (Object here : options.stream()
                .map(option -> place.apply(option.kind()))
                .distinct()
                .toList()) {
            MPVariable home = model.whole(0, 1, "home");
            homes.plus(1, home);
            Expression away = new Expression().plus(-1, home);
            options.stream()
                    .filter(option -> place.apply(option.kind()).equals(here))
                    .forEach(option -> away.plus(1, variables.load(option)));
            model.atMost(away, 0);
        }
        model.equal(homes, 1);
    }

    /** For every v with maxSlots: sum over its options o of busySlots[o] * load[o] <= maxSlots * maxUtilisation. */
    private void stayWithinMaxSlots() {
        for (ProblemOperator operator : instance.problem().operators()) {
            Integer maxSlots = operator.maxSlots();
            if (maxSlots != null) {
                double most = maxSlots * instance.problem().policy().maxUtilisation();
                Expression share = new Expression();
                instance.optionsOf(operator.id())
                        .forEach(option -> share.plus(option.busySlots() / most, variables.load(option)));
                model.atMost(share, 1);
            }
        }
    }

    /** Least: sum of usdPerHour[k] * workers[v, k], plus usdPerGb of the link * GB per hour[c] * flow[c, s, t]. */
    private void minimiseCost() {
        for (WorkerKind kind : variables.kinds()) {
            variables
                    .workers(kind)
                    .coefficients()
                    .keySet()
                    .forEach(workers -> model.minimise(kind.usdPerHour(), workers));
        }
        variables.flows().forEach((key, flow) -> {
            if (key.changesTier()) {
                double usdPerGb = instance.link(key.from().tier(), key.to().tier())
                        .orElseThrow()
                        .usdPerGb();
                model.minimise(usdPerGb * key.channel().gbPerHour(), flow);
            }
        });
    }

    private Expression flows(ChannelLoad channel, Predicate<PlacementVariables.FlowKey> which) {
        Expression sum = new Expression();
        variables.flows().forEach((key, flow) -> {
            if (key.channel().equals(channel) && which.test(key)) {
                sum.plus(1, flow);
            }
        });
        return sum;
    }
}
