package io.jellybean.cli.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** From the capture of each frame, or the moment of each question, to the moment the broker wrote the result down. */
final class Latency {

    private final long[] sortedMillis;

    private Latency(long[] sortedMillis) {
        this.sortedMillis = sortedMillis;
    }

    /**
     * @param beginMillis when the request of a result came in, milliseconds since 1970 UTC
     */
    static <T> Latency of(List<Received<T>> results, ToLongFunction<T> beginMillis) {
        long[] millis = results.stream()
                .mapToLong(each -> each.writtenAtMillis() - beginMillis.applyAsLong(each.result()))
                .toArray();
        Arrays.sort(millis);
        return new Latency(millis);
    }

    /**
     * The least latency that a share of the requests stays within, milliseconds; 0 if there are none.
     *
     * @param share above 0 and at most 1
     */
    long percentileMillis(double share) {
        if (sortedMillis.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sortedMillis.length);
        return sortedMillis[Math.max(0, rank - 1)];
    }

    @Override
    public String toString() {
        return "p50 %d ms, p99 %d ms".formatted(percentileMillis(0.5), percentileMillis(0.99));
    }
}
