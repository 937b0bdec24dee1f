package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A slot that a job has taken.
 *
 * @param resource what it took of its TaskManager
 */
public record TakenSlot(@JsonProperty("jobId") String jobId, OfferedResources resource) {}
