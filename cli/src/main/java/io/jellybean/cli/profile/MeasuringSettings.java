package io.jellybean.cli.profile;

import io.jellybean.cli.CommandFailedException;
import java.time.Duration;
import java.util.List;

/**
 * How thoroughly is measured.
 *
 * @param batches that operators with a network are given at once
 * @param busySlots how many slots work at the same time; one measurement for each
 * @param precision half of the median's 95 % confidence interval that is good enough, as a share of the median
 * @param leastRepetitions however precise fewer are
 * @param limit of one measurement, after a warm-up of a third of it
 */
record MeasuringSettings(
        List<Integer> batches, List<Integer> busySlots, double precision, int leastRepetitions, Duration limit) {
    MeasuringSettings {
        batches = List.copyOf(batches);
        busySlots = List.copyOf(busySlots);
        batches.forEach(batch -> CommandFailedException.requireRange("batch size", batch, 1, 256));
        busySlots.forEach(slots -> CommandFailedException.requireRange("slots", slots, 1, 1024));
        if (batches.isEmpty() || busySlots.isEmpty() || !(precision > 0) || limit.isZero() || limit.isNegative()) {
            throw new CommandFailedException("at least one batch size, one number of slots, a precision and a limit above 0 are needed");
        }
    }

    /** One request at a time in one slot, for as long as the limit. */
    static MeasuringSettings alone(Duration limit) {
        return new MeasuringSettings(List.of(1), List.of(1), Double.MIN_VALUE, 1, limit);
    }
}
