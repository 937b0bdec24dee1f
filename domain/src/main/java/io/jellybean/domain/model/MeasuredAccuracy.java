package io.jellybean.domain.model;

import io.jellybean.domain.Interval;
import org.jspecify.annotations.Nullable;

/**
 * An accuracy as it was measured.
 *
 * @param metric such as {@code AP50}; of {@code WER} less is better
 * @param value 0..1
 * @param confidence95 where it lies with 95 % confidence; null if that was not measured
 * @param set one line on the data it was measured on
 */
public record MeasuredAccuracy(
        String metric, double value, @Nullable Interval confidence95, String set) {
    public MeasuredAccuracy {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be from 0 to 1, but was %s".formatted(metric, value));
        }
    }

    /** An accuracy without a confidence interval. */
    public MeasuredAccuracy(String metric, double value, String set) {
        this(metric, value, null, set);
    }
}
