package io.jellybean.cli.layout;

import io.jellybean.cli.cluster.flink.TaskManagerSpec;

/**
 * A worker or an ingest host, and where it stands.
 *
 * @param kind of which there may be several: {@code <tier>-<type>} or {@code ingest-<tier>}
 */
public record PlannedWorker(String tier, String kind, TaskManagerSpec spec) {}
