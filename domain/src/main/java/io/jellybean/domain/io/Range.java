package io.jellybean.domain.io;

/**
 * The values that a number of a file may take; never NaN or infinite.
 *
 * @param rule the range in words, such as {@code a number > 0}
 */
record Range(String rule, double least, boolean leastIncluded, double greatest) {

    static final Range ANY = new Range("a number", -Double.MAX_VALUE, true, Double.MAX_VALUE);
    static final Range POSITIVE = new Range("a number > 0", 0, false, Double.MAX_VALUE);
    static final Range NOT_NEGATIVE = new Range("a number >= 0", 0, true, Double.MAX_VALUE);
    static final Range FRACTION = new Range("a number from 0 to 1", 0, true, 1);
    static final Range POSITIVE_FRACTION = new Range("a number > 0 and <= 1", 0, false, 1);

    static Range wholeFrom(long least, long greatest) {
        return new Range("a whole number from %d to %d".formatted(least, greatest), least, true, greatest);
    }

    boolean contains(double value) {
        return (leastIncluded ? value >= least : value > least) && value <= greatest;
    }
}
