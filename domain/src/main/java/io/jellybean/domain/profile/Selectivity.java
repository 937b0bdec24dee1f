package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import io.jellybean.domain.workflow.Channel;

/**
 * How many requests of the receiver one request of the sender makes.
 *
 * @param ratio > 0; 1 for a channel that no row names
 */
public record Selectivity(Channel channel, double ratio) {
    public Selectivity {
        Require.positive("selectivity of %s: ratio".formatted(channel), ratio);
    }
}
