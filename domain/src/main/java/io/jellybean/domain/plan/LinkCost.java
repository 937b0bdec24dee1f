package io.jellybean.domain.plan;

import io.jellybean.domain.Require;

/** What the traffic from one tier to another costs, all channels together. */
public record LinkCost(String fromTier, String toTier, double usdPerHour) {
    public LinkCost {
        Require.notNegative("cost of link %s -> %s".formatted(fromTier, toTier), usdPerHour);
    }
}
