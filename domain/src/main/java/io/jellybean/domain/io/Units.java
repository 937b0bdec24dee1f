package io.jellybean.domain.io;

import java.time.Duration;

/** The units of files against those of the domain. MB are 10^6 bytes. */
final class Units {

    static final double BYTES_PER_MB = 1e6;
    private static final double NANOS_PER_MS = 1e6;

    private Units() {}

    static Duration durationOfMs(double ms) {
        return Duration.ofNanos(Math.round(ms * NANOS_PER_MS));
    }

    static double msOf(Duration duration) {
        return duration.toNanos() / NANOS_PER_MS;
    }

    static long bytesOfMb(double megabytes) {
        return Math.round(megabytes * BYTES_PER_MB);
    }

    static double mbOf(long bytes) {
        return bytes / BYTES_PER_MB;
    }
}
