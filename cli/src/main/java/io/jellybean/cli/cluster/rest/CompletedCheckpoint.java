package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A checkpoint of a job.
 *
 * @param id counted from 1 in each job
 * @param stateBytes of all its state
 * @param millis from its trigger to the last acknowledgement
 */
public record CompletedCheckpoint(
        long id,
        @JsonProperty("state_size") long stateBytes,
        @JsonProperty("end_to_end_duration") long millis) {}
