package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import org.jspecify.annotations.Nullable;

/**
 * A value that holds for some pairs of variants at the ends of a channel.
 *
 * @param fromVariant null = any, and all that fits a source
 * @param toVariant null = any
 */
public record VariantRule(
        @Nullable String fromVariant, @Nullable String toVariant, double value) {
    public VariantRule {
        Require.notNegative("rule %s -> %s: value".formatted(fromVariant, toVariant), value);
    }
}
