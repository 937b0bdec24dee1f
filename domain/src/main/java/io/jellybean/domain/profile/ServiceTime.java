package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import java.time.Duration;

/**
 * How long one slot of a worker is busy with one request.
 *
 * @param time > 0
 */
public record ServiceTime(String operator, String variant, String workerType, Duration time) {
    public ServiceTime {
        Require.text("service time: operator", operator);
        Require.text("service time: variant", variant);
        Require.text("service time: workerType", workerType);
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("service time of %s (%s) on %s must be > 0, but was %s"
                    .formatted(operator, variant, workerType, time));
        }
    }
}
