package io.jellybean.domain.model;

/**
 * An accuracy as it was measured.
 *
 * @param metric such as {@code AP50}
 * @param value 0..1
 * @param set one line on the data it was measured on
 */
public record MeasuredAccuracy(String metric, double value, String set) {
    public MeasuredAccuracy {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be from 0 to 1, but was %s".formatted(metric, value));
        }
    }
}
