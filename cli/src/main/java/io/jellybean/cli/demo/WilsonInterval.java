package io.jellybean.cli.demo;

import io.jellybean.domain.Interval;

/**
 * The 95 % confidence interval of a share that was counted in a small sample (Wilson 1927): it stays within 0..1, and is not empty
 * where all were right.
 */
final class WilsonInterval {

    /** Of the normal distribution, two-sided 95 %. */
    private static final double Z95 = 1.959964;

    private WilsonInterval() {}

    /**
     * (p + z^2/2n +- z sqrt(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n).
     *
     * @param of at least 1
     */
    static Interval of95(long right, long of) {
        double share = (double) right / of;
        double square = Z95 * Z95 / of;
        double middle = share + square / 2;
        double reach = Z95 * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        return new Interval(Math.max(0, (middle - reach) / (1 + square)), Math.min(1, (middle + reach) / (1 + square)));
    }
}
