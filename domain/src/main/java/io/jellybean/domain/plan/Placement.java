package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.GroupId;
import java.util.List;

/**
 * One operator on one worker group. Under exclusive sharing these workers serve nothing else; under shared sharing all
 * operators of a group share the group's workers.
 *
 * @param batchSize requests that are served together; 1: no batching
 * @param loads by worker of the group, at least one, each worker once
 */
public record Placement(String operator, GroupId group, int batchSize, List<WorkerLoad> loads) {
    public Placement {
        loads = List.copyOf(loads);
        String what = "placement of %s on %s".formatted(operator, group);
        Require.positive(what + ": batchSize", batchSize);
        Require.positive(what + ": workers", loads.size());
        Require.distinct(what, loads.stream().map(WorkerLoad::worker).toList());
    }

    /** The load spread evenly, without batching. */
    public static Placement evenly(String operator, GroupId group, List<String> workers, double requestsPerSecond) {
        return new Placement(
                operator,
                group,
                1,
                workers.stream()
                        .map(worker -> new WorkerLoad(worker, requestsPerSecond / workers.size()))
                        .toList());
    }

    /** How many workers serve the operator here. */
    public int workers() {
        return loads.size();
    }

    /** The load of these workers together. */
    public double requestsPerSecond() {
        return loads.stream().mapToDouble(WorkerLoad::requestsPerSecond).sum();
    }
}
