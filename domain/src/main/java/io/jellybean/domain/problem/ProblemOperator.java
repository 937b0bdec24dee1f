package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator of the problem.
 *
 * @param stateful true: all its load on workers of one tier and one type
 * @param maxSlots the slots it may keep busy at full utilisation; null if there is no bound
 */
public record ProblemOperator(
        String id,
        List<String> variants,
        boolean stateful,
        @Nullable Integer maxSlots) {
    public ProblemOperator {
        variants = List.copyOf(variants);
        Require.text("operator: id", id);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("operator %s: variants must name at least one".formatted(id));
        }
        Require.distinct("operator %s: variants".formatted(id), variants);
        if (maxSlots != null) {
            Require.positive("operator %s: maxSlots".formatted(id), maxSlots);
        }
    }
}
