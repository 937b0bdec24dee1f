package io.jellybean.domain.infrastructure;

import io.jellybean.domain.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The network from one tier to another, in this direction only.
 *
 * @param usdPerGb GB = 10^9 bytes
 * @param mbps what it carries at most, 10^6 bits per second; null if there is no bound
 * @param roundTrip null counts as none
 */
public record Link(
        String fromTier,
        String toTier,
        double usdPerGb,
        @Nullable Double mbps,
        @Nullable Duration roundTrip) {
    public Link {
        String link = "link %s -> %s: ".formatted(fromTier, toTier);
        if (fromTier.equals(toTier)) {
            throw new IllegalArgumentException(link + "must join two tiers. Inside a tier traffic is free");
        }
        Require.notNegative(link + "usdPerGb", usdPerGb);
        if (mbps != null) {
            Require.positive(link + "mbps", mbps);
        }
        if (roundTrip != null && roundTrip.isNegative()) {
            throw new IllegalArgumentException(link + "roundTrip must be >= 0, but was " + roundTrip);
        }
    }
}
