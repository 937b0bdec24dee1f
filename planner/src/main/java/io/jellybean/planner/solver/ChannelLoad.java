package io.jellybean.planner.solver;

import org.jspecify.annotations.Nullable;

/**
 * A channel of the workflow with what must travel on it.
 *
 * @param sourceTier index of the tier of the sender if it is a source; null if it is an operator
 * @param requestsPerSecond in requests of the receiver
 * @param messageKb KB of 1024 bytes per request of the receiver
 */
record ChannelLoad(String from, String to, @Nullable Integer sourceTier, double requestsPerSecond, double messageKb) {

    private static final double BITS_PER_KB = 8192;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double KB_PER_GB = 1024.0 * 1024.0;

    boolean fromSource() {
        return sourceTier != null;
    }

    /** 10^6 bits per second, if all of it takes one link. */
    double mbps() {
        return requestsPerSecond * messageKb * BITS_PER_KB / 1e6;
    }

    /** GB of 1024 * 1024 KB per hour. */
    double gbPerHour() {
        return requestsPerSecond * messageKb * SECONDS_PER_HOUR / KB_PER_GB;
    }

    /** How long one message takes on a link of that bandwidth, without its delay. */
    double transferMs(double linkMbps) {
        return messageKb * BITS_PER_KB / 1e3 / linkMbps;
    }
}
