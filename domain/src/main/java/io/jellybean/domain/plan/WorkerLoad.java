package io.jellybean.domain.plan;

import io.jellybean.domain.Require;

/** The requests of one operator that one worker serves. */
public record WorkerLoad(String worker, double requestsPerSecond) {
    public WorkerLoad {
        Require.text("load: worker", worker);
        Require.positive("load of worker %s: requestsPerSecond".formatted(worker), requestsPerSecond);
    }
}
