package io.jellybean.domain.problem;

import io.jellybean.domain.Require;

/**
 * One worker.
 *
 * @param tier index of its tier
 */
public record Worker(String id, String type, int tier, double usdPerHour, int slots) {
    public Worker {
        Require.text("worker: id", id);
        Require.text("worker %s: type".formatted(id), type);
        Require.notNegative("worker %s: usdPerHour".formatted(id), usdPerHour);
        Require.positive("worker %s: slots".formatted(id), slots);
    }
}
