package io.jellybean.operators.speech;

import java.time.Duration;

/**
 * Which sounds are listened to; whatever else comes is rejected before any of it is read.
 *
 * @param sampleRate samples per second, as the network wants them; no other rate is taken, for resampling belongs to who
 *     records
 * @param least a shorter sound holds no word; more than 0
 * @param most a longer sound is no question; at least the least, at most an hour
 */
public record WavLimits(int sampleRate, Duration least, Duration most) {

    private static final int HEADER_BYTES = 4096;

    public WavLimits {
        if (sampleRate < 1000 || sampleRate > 192_000) {
            throw new IllegalArgumentException(
                    "WAV limits: sampleRate must be 1000..192000, but was %d".formatted(sampleRate));
        }
        if (least.isNegative()
                || least.isZero()
                || most.compareTo(least) < 0
                || most.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "WAV limits: least and most must be more than 0 and in this order, at most an hour, but were %s and %s"
                            .formatted(least, most));
        }
    }

    /** From a tenth of a second to 20 seconds. */
    public static WavLimits of(int sampleRate) {
        return new WavLimits(sampleRate, Duration.ofMillis(100), Duration.ofSeconds(20));
    }

    int leastSamples() {
        return samples(least);
    }

    int mostSamples() {
        return samples(most);
    }

    /** Of a whole file; there may be some chunks that are no sound. */
    int mostBytes() {
        return HEADER_BYTES + 2 * mostSamples();
    }

    private int samples(Duration duration) {
        return Math.toIntExact(duration.toMillis() * sampleRate / 1000);
    }
}
