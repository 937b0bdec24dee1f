package io.jellybean.domain.problem;

import io.jellybean.domain.Require;

/**
 * How long a slot is busy with one batch; a combination without a row cannot run.
 *
 * @param ms of the whole batch
 * @param batch requests in a batch, at least 1
 */
public record ServiceMillis(String operator, String variant, String workerType, double ms, int batch) {
    public ServiceMillis {
        String row = "latencyMs of %s (%s) on %s: ".formatted(operator, variant, workerType);
        Require.positive(row + "ms", ms);
        Require.positive(row + "batch", batch);
    }

    /** What one request costs of a slot's time. */
    public double msPerRequest() {
        return ms / batch;
    }
}
