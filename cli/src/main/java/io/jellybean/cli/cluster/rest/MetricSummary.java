package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A metric over the subtasks of a vertex, in the metric's own unit. */
public record MetricSummary(
        double min, double max, @JsonProperty("avg") double mean, double sum) {}
