package io.jellybean.domain.profile;

import io.jellybean.domain.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end-to-end accuracy of one combination of variants.
 *
 * @param variants in the order of the table's operators
 * @param value 0..1
 * @param confidence95 where it lies with 95 % confidence; null if that was not measured
 */
public record AccuracyRow(List<String> variants, double value, @Nullable Interval confidence95) {
    public AccuracyRow {
        variants = List.copyOf(variants);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "accuracy of %s must be from 0 to 1, but was %s".formatted(variants, value));
        }
    }

    /** A row without a confidence interval. */
    public AccuracyRow(List<String> variants, double value) {
        this(variants, value, null);
    }
}
