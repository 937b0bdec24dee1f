package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import org.jspecify.annotations.Nullable;

/**
 * The network from one tier to another, in this direction only.
 *
 * @param usdPerGb GB = 1024 * 1024 KB of 1024 bytes
 * @param mbps at most that many 10^6 bits per second; null if there is no bound
 * @param rttMs round trip; null counts as 0
 */
public record TierLink(
        int fromTier,
        int toTier,
        double usdPerGb,
        @Nullable Double mbps,
        @Nullable Double rttMs) {
    public TierLink {
        String link = "link %d -> %d: ".formatted(fromTier, toTier);
        Require.notNegative(link + "usdPerGb", usdPerGb);
        if (mbps != null) {
            Require.positive(link + "mbps", mbps);
        }
        if (rttMs != null) {
            Require.notNegative(link + "rttMs", rttMs);
        }
    }
}
