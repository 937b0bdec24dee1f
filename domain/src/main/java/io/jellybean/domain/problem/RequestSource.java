package io.jellybean.domain.problem;

import io.jellybean.domain.Require;

/**
 * Where requests come from.
 *
 * @param tier index of its tier
 */
public record RequestSource(String id, int tier, double ratePerSecond) {
    public RequestSource {
        Require.text("source: id", id);
        Require.positive("source %s: ratePerSecond".formatted(id), ratePerSecond);
    }
}
