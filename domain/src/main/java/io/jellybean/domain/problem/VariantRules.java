package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of one quantity of a channel; the most specific one wins: exact; any to v; u to any; any to any. */
public record VariantRules(List<VariantRule> rules) {
    public VariantRules {
        rules = List.copyOf(rules);
        Require.distinct(
                "rules",
                rules.stream()
                        .map(rule -> rule.fromVariant() + " -> " + rule.toVariant())
                        .toList());
    }

    /** The same value for all variants. */
    public static VariantRules always(double value) {
        return new VariantRules(List.of(new VariantRule(null, null, value)));
    }

    /**
     * The value for a pair of variants; empty if no rule fits.
     *
     * @param fromVariant null if the channel leaves a source
     */
    public OptionalDouble value(@Nullable String fromVariant, String toVariant) {
        return Stream.of(rule(fromVariant, toVariant), rule(null, toVariant), rule(fromVariant, null), rule(null, null))
                .flatMap(Optional::stream)
                .mapToDouble(VariantRule::value)
                .findFirst();
    }

    private Optional<VariantRule> rule(@Nullable String fromVariant, @Nullable String toVariant) {
        return rules.stream()
                .filter(rule ->
                        Objects.equals(rule.fromVariant(), fromVariant) && Objects.equals(rule.toVariant(), toVariant))
                .findFirst();
    }
}
