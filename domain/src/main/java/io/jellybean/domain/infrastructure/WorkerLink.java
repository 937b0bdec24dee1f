package io.jellybean.domain.infrastructure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A paid way from one worker to another, where tiers are not known yet.
 *
 * @param from the name of the sending worker
 * @param to the name of the receiving worker
 * @param usdPerGb GB = 10^9 bytes
 * @param mbps at most that many 10^6 bits per second between their tiers; null if there is no bound
 * @param roundTrip null counts as none
 */
public record WorkerLink(
        String from,
        String to,
        double usdPerGb,
        @Nullable Double mbps,
        @Nullable Duration roundTrip) {

    /** The same between tiers. */
    Link between(String fromTier, String toTier) {
        return new Link(fromTier, toTier, usdPerGb, mbps, roundTrip);
    }
}
