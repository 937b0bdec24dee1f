package io.jellybean.cli.demo;

import io.jellybean.domain.result.TrackedFrame;
import java.util.Arrays;
import java.util.List;

/** From the capture of each frame to the moment the broker wrote its tracks down. */
final class Latency {

    private final long[] sortedMillis;

    private Latency(long[] sortedMillis) {
        this.sortedMillis = sortedMillis;
    }

    static Latency of(List<Received<TrackedFrame>> tracks) {
        long[] millis = tracks.stream()
                .mapToLong(track -> track.writtenAtMillis() - track.result().capturedAtMillis())
                .toArray();
        Arrays.sort(millis);
        return new Latency(millis);
    }

    /**
     * The least latency that a share of the frames stays within, milliseconds; 0 if there are no frames.
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
}
