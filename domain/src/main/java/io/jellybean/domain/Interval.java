package io.jellybean.domain;

/**
 * The numbers from one to another, both included.
 *
 * @param low at most high
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval must not end before it begins, but was %s..%s".formatted(low, high));
        }
    }

    /** Half of the width. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
