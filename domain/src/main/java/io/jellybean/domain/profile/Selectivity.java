package io.jellybean.domain.profile;

import io.jellybean.domain.Require;

/**
 * How many requests of the receiver one request of the sender makes.
 *
 * @param from id of a source or an operator
 * @param to id of an operator
 * @param ratio > 0; 1 for a channel that no row names
 */
public record Selectivity(String from, String to, double ratio) {
    public Selectivity {
        Require.positive("selectivity of %s -> %s: ratio".formatted(from, to), ratio);
    }
}
