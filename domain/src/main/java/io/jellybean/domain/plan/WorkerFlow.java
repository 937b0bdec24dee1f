package io.jellybean.domain.plan;

/**
 * Requests that travel between two workers.
 *
 * @param from id of the operator that sends
 * @param to id of the operator that receives
 * @param requestsPerSecond in requests of the receiver, > 0
 */
public record WorkerFlow(String from, String to, String fromWorker, String toWorker, double requestsPerSecond) {}
