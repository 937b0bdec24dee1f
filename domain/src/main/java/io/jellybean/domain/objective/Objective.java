package io.jellybean.domain.objective;

import io.jellybean.domain.Require;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well a workflow is to be served.
 *
 * @param requestsPerSecondBySource the rate of each source, by its id
 * @param minAccuracy the least end-to-end accuracy, 0..1, inclusive
 * @param maxUtilisation how much of a worker's time may be planned, > 0 and <= 1
 * @param sharing whether a worker may serve several operators
 * @param maxLatency the greatest time from source to sink without queueing; null if there is no bound
 */
public record Objective(
        Map<String, Double> requestsPerSecondBySource,
        double minAccuracy,
        double maxUtilisation,
        WorkerSharing sharing,
        @Nullable Duration maxLatency) {

    /** Leaves a fifth of every worker for bursts. */
    public static final double DEFAULT_MAX_UTILISATION = 0.8;

    public static final WorkerSharing DEFAULT_SHARING = WorkerSharing.SHARED;

    public Objective {
        requestsPerSecondBySource = Collections.unmodifiableMap(new TreeMap<>(requestsPerSecondBySource));
        requestsPerSecondBySource.forEach(
                (source, rate) -> Require.positive("objective: requestsPerSecond of source " + source, rate));
        if (!(minAccuracy >= 0 && minAccuracy <= 1)) {
            throw new IllegalArgumentException("objective: minAccuracy must be from 0 to 1, but was " + minAccuracy);
        }
        Require.positiveFraction("objective: maxUtilisation", maxUtilisation);
        if (maxLatency != null && (maxLatency.isZero() || maxLatency.isNegative())) {
            throw new IllegalArgumentException("objective: maxLatency must be > 0, but was " + maxLatency);
        }
    }

    /** Workers are shared, utilisation is at most {@link #DEFAULT_MAX_UTILISATION}, latency has no bound. */
    public static Objective withDefaults(Map<String, Double> requestsPerSecondBySource, double minAccuracy) {
        return new Objective(requestsPerSecondBySource, minAccuracy, DEFAULT_MAX_UTILISATION, DEFAULT_SHARING, null);
    }

    /** The same with other rates, such as measured ones. */
    public Objective withRequestsPerSecond(Map<String, Double> rateBySource) {
        return new Objective(rateBySource, minAccuracy, maxUtilisation, sharing, maxLatency);
    }
}
