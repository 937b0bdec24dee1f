package io.jellybean.domain.profile;

import java.util.List;

/**
 * The end-to-end accuracy of one combination of variants.
 *
 * @param variants in the order of the table's operators
 * @param value 0..1
 */
public record AccuracyRow(List<String> variants, double value) {
    public AccuracyRow {
        variants = List.copyOf(variants);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "accuracy of %s must be from 0 to 1, but was %s".formatted(variants, value));
        }
    }
}
