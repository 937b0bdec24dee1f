package io.jellybean.domain.plan;

import io.jellybean.domain.infrastructure.GroupId;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits the flows between groups into flows between workers: every sending worker gives, and every receiving one takes,
 * its share of the flow by its load. Of the many ways to pair them this takes the one with the fewest pairs, so that a
 * plan on thousands of workers stays a small file.
 */
public final class WorkerFlows {

    /** What rounding leaves over of a pair. */
    private static final double LEFT_OVER = 1e-12;

    private WorkerFlows() {}

    /** The flows between operators; sources have no workers. */
    public static List<WorkerFlow> of(Plan plan) {
        List<WorkerFlow> flows = new ArrayList<>();
        for (Flow flow : plan.flows()) {
            if (flow instanceof OperatorFlow between) {
                flows.addAll(split(plan, between));
            }
        }
        return flows;
    }

    private static List<WorkerFlow> split(Plan plan, OperatorFlow flow) {
        List<WorkerLoad> givers = shares(plan, flow.from(), flow.fromGroup(), flow.requestsPerSecond());
        List<WorkerLoad> takers = shares(plan, flow.to(), flow.toGroup(), flow.requestsPerSecond());
        List<WorkerFlow> flows = new ArrayList<>();
        int giver = 0;
        int taker = 0;
        double given = 0;
        double taken = 0;
        while (giver < givers.size() && taker < takers.size()) {
            double canGive = givers.get(giver).requestsPerSecond() - given;
            double canTake = takers.get(taker).requestsPerSecond() - taken;
            double amount = Math.min(canGive, canTake);
            if (amount > LEFT_OVER * flow.requestsPerSecond()) {
                flows.add(new WorkerFlow(
                        flow.from(),
                        flow.to(),
                        givers.get(giver).worker(),
                        takers.get(taker).worker(),
                        amount));
            }
            given += amount;
            taken += amount;
            if (canGive <= canTake) {
                giver++;
                given = 0;
            }
            if (canTake <= canGive) {
                taker++;
                taken = 0;
            }
        }
        return flows;
    }

    private static List<WorkerLoad> shares(Plan plan, String operator, GroupId group, double requestsPerSecond) {
        return plan.placementsOf(operator).stream()
                .filter(placement -> placement.group().equals(group))
                .flatMap(placement -> {
                    double share = requestsPerSecond / placement.requestsPerSecond();
                    return placement.loads().stream()
                            .map(load -> new WorkerLoad(load.worker(), share * load.requestsPerSecond()));
                })
                .toList();
    }
}
