package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import org.jspecify.annotations.Nullable;

/**
 * The greatest latency without queueing.
 *
 * @param sink the operator whose paths are bound; null: all
 */
public record LatencyLimit(@Nullable String sink, double maxLatencyMs) {
    public LatencyLimit {
        Require.positive("slo: maxLatencyMs", maxLatencyMs);
    }
}
