package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A job without its vertices. */
public record JobSummary(@JsonProperty("jid") String id, String name, JobState state) {}
