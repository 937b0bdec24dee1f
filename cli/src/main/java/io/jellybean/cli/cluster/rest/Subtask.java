package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One of the parallel tasks of a vertex.
 *
 * @param index counts from 0
 * @param status in Flink's words
 * @param taskManagerId where it runs; {@link #UNASSIGNED} while it waits for a slot
 */
public record Subtask(
        @JsonProperty("subtask") int index,
        String status,
        int attempt,
        @JsonProperty("taskmanager-id") String taskManagerId) {

    /** Flink's word for a subtask without a slot. */
    public static final String UNASSIGNED = "(unassigned)";
}
