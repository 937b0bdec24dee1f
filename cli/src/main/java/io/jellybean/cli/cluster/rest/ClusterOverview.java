package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The cluster in numbers. */
public record ClusterOverview(
        @JsonProperty("flink-version") String flinkVersion,
        @JsonProperty("taskmanagers") int taskManagers,
        @JsonProperty("slots-total") int slots,
        @JsonProperty("slots-available") int freeSlots,
        @JsonProperty("jobs-running") int runningJobs) {}
