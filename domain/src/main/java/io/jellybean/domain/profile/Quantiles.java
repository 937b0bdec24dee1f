package io.jellybean.domain.profile;

import java.time.Duration;

/** How long something took, at least in so many percent of all cases; in ascending order. */
public record Quantiles(Duration p50, Duration p75, Duration p90, Duration p99) {
    public Quantiles {
        if (p50.isNegative() || p50.compareTo(p75) > 0 || p75.compareTo(p90) > 0 || p90.compareTo(p99) > 0) {
            throw new IllegalArgumentException("quantiles must be >= 0 and ascend, but were %s, %s, %s, %s"
                    .formatted(p50, p75, p90, p99));
        }
    }
}
