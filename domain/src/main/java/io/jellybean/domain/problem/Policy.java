package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import io.jellybean.domain.objective.WorkerSharing;

/**
 * How workers may be used.
 *
 * @param maxUtilisation > 0 and <= 1
 * @param batchWaitMs how long a batch may take to fill; 0: no batching
 */
public record Policy(WorkerSharing workerSharing, double maxUtilisation, double batchWaitMs) {

    /** What holds where the file says nothing: exclusive workers, full utilisation, no batching. */
    public static final Policy DEFAULT = new Policy(WorkerSharing.EXCLUSIVE, 1.0, 0.0);

    public Policy {
        Require.positiveFraction("policy: maxUtilisation", maxUtilisation);
        Require.notNegative("policy: batchWaitMs", batchWaitMs);
    }
}
