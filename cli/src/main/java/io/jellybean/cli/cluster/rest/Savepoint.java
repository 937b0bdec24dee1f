package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** Stopping a job with a savepoint: Flink starts it on request and is then asked until it is done. */
final class Savepoint {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 50;

    private final HttpJson http;
    private final String jobId;

    Savepoint(HttpJson http, String jobId) {
        this.http = http;
        this.jobId = jobId;
    }

    /** Flink takes a request that it knows already for the same, so that asking again does not stop twice. */
    String stop(String requestId, String directory, Duration timeout) throws InterruptedException {
        // Canonical, because a changed plan may read the state with another parallelism and state backend.
        Map<String, Object> request =
                Map.of("targetDirectory", directory, "drain", false, "formatType", "CANONICAL", "triggerId", requestId);
        http.post("/jobs/%s/stop".formatted(jobId), request, CALL_TIMEOUT);
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            JsonNode answer = http.get("/jobs/%s/savepoints/%s".formatted(jobId, requestId), CALL_TIMEOUT);
            if (answer.at("/status/id").asText().equals("COMPLETED")) {
                return location(answer.path("operation"));
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new FlinkRestException("Job %s: the savepoint was not written within %d s. Maybe look for backpressure."
                .formatted(jobId, timeout.toSeconds()));
    }

    private String location(JsonNode operation) {
        if (operation.hasNonNull("failure-cause")) {
            throw new FlinkRestException("Job %s: no savepoint: %s"
                    .formatted(
                            jobId,
                            StackTraces.rootCause(
                                    operation.at("/failure-cause/stack-trace").asText())));
        }
        return operation.path("location").asText();
    }
}
