package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Why a job failed or restarted.
 *
 * @param rootCause the innermost cause in one line
 * @param task the task that failed first, or empty if it was no single task
 */
public record JobFailure(Instant time, String rootCause, String task) {

    static JobFailure from(JsonNode entry) {
        return new JobFailure(
                Instant.ofEpochMilli(entry.path("timestamp").asLong()),
                StackTraces.rootCause(entry.path("stacktrace").asText()),
                entry.path("taskName").asText(""));
    }
}
