package io.jellybean.domain.problem;

import io.jellybean.domain.Require;

/**
 * A tier of the problem.
 *
 * @param index 0 is nearest to the sources
 */
public record Tier(int index, String name) {
    public Tier {
        Require.text("tier %d: name".formatted(index), name);
    }
}
