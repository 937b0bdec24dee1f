package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.GroupId;

/**
 * Workers of a group that the plan pays for. A group has one entry, unless a problem file gives its workers different
 * prices or slots: then one for each.
 *
 * @param workers how many of them are used
 * @param usdPerHour of all of them together
 * @param utilisation the share of their slots' time that is planned, 0..1, mean over the workers
 */
public record UsedGroup(GroupId group, int workers, int slotsPerWorker, double usdPerHour, double utilisation) {
    public UsedGroup {
        Require.positive(group + ": workers", workers);
        Require.positive(group + ": slotsPerWorker", slotsPerWorker);
        Require.notNegative(group + ": usdPerHour", usdPerHour);
        Require.notNegative(group + ": utilisation", utilisation);
    }

    /** The slots of these workers together. */
    public int slots() {
        return Math.multiplyExact(workers, slotsPerWorker);
    }
}
