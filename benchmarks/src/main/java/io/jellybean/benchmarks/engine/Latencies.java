package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import java.util.Arrays;

/**
 * How long requests took.
 *
 * @param p50Millis half of them at most
 * @param p99Millis nearly all of them at most
 */
record Latencies(double p50Millis, double p99Millis) {

    /**
     * Of some, in any order.
     *
     * @throws IllegalArgumentException if there are none
     */
    static Latencies of(double[] millis) {
        if (millis.length == 0) {
            throw new IllegalArgumentException("latencies: must be of one request at least");
        }
        double[] sorted = Arrays.stream(millis).sorted().toArray();
        return new Latencies(quantile(sorted, 0.50), quantile(sorted, 0.99));
    }

    @Override
    public String toString() {
        return number(p50Millis, 1) + ", " + number(p99Millis, 1);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
