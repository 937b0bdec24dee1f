package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import java.time.Duration;

/**
 * How fast one variant of an operator is.
 *
 * @param batch how many requests, or of an embedding crops, go through the network at once
 * @param busySlots how many slots did the same at the same time, this one included
 * @param mean time that one batch takes of a slot: rate times mean is what keeps a slot busy
 * @param time the same, as it is distributed
 * @param precision half of the 95 % confidence interval of the median, as a share of it
 * @param itemsPerSecond requests, of all busy slots together, by the clock on the wall
 * @param repetitions how often a batch was timed
 * @param memoryBytes by which the process grew when the model was opened and first run; 0 without a model
 */
public record Measurement(
        String operator,
        String variant,
        int batch,
        int busySlots,
        Duration mean,
        Quantiles time,
        double precision,
        double itemsPerSecond,
        int repetitions,
        long memoryBytes) {
    public Measurement {
        String what = "measurement of %s (%s): ".formatted(operator, variant);
        Require.text(what + "operator", operator);
        Require.text(what + "variant", variant);
        Require.positive(what + "batch", batch);
        Require.positive(what + "busySlots", busySlots);
        Require.notNegative(what + "mean", mean.toNanos());
        Require.notNegative(what + "precision", precision);
        Require.positive(what + "itemsPerSecond", itemsPerSecond);
        Require.positive(what + "repetitions", repetitions);
        Require.notNegative(what + "memoryBytes", memoryBytes);
    }

    /** What is measured, whatever came of it. */
    record Key(String operator, String variant, int batch, int busySlots) {}

    Key key() {
        return new Key(operator, variant, batch, busySlots);
    }
}
