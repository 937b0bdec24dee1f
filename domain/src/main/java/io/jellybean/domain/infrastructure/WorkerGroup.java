package io.jellybean.domain.infrastructure;

import io.jellybean.domain.Require;
import io.jellybean.domain.model.ExecutionProvider;

/**
 * All workers of one tier and type; they are interchangeable.
 *
 * @param count how many there are
 * @param usdPerHour the price of one worker
 * @param slots of one worker; a slot is a core
 * @param memoryBytes of one worker
 * @param provider what does the arithmetic of models on such a worker
 */
public record WorkerGroup(
        String tier,
        String type,
        int count,
        double usdPerHour,
        int slots,
        long memoryBytes,
        ExecutionProvider provider) {
    public WorkerGroup {
        Require.name("worker group: tier", tier);
        Require.name("worker group: type", type);
        String group = "worker group %s/%s: ".formatted(tier, type);
        Require.positive(group + "count", count);
        Require.notNegative(group + "usdPerHour", usdPerHour);
        Require.positive(group + "slots", slots);
        Require.positive(group + "memoryBytes", memoryBytes);
    }

    /** Workers that compute with their cores. */
    public WorkerGroup(String tier, String type, int count, double usdPerHour, int slots, long memoryBytes) {
        this(tier, type, count, usdPerHour, slots, memoryBytes, ExecutionProvider.CPU);
    }

    /** The name of this group. */
    public GroupId id() {
        return new GroupId(tier, type);
    }

    /** The same with more or fewer workers. */
    public WorkerGroup withCount(int workers) {
        return new WorkerGroup(tier, type, workers, usdPerHour, slots, memoryBytes, provider);
    }

    /** The same in another tier. */
    WorkerGroup inTier(String other) {
        return new WorkerGroup(other, type, count, usdPerHour, slots, memoryBytes, provider);
    }
}
