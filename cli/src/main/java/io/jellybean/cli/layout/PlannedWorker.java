package io.jellybean.cli.layout;

import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import org.jspecify.annotations.Nullable;

/**
 * A worker or an ingest host, and where it stands.
 *
 * @param type of its machine; null for an ingest host, which has none of its own
 * @param kind of which there may be several: {@code <tier>-<type>} or {@code ingest-<tier>}
 */
public record PlannedWorker(String tier, @Nullable String type, String kind, TaskManagerSpec spec) {

    /** What all of this kind are called together. */
    String group() {
        return "taskmanager-" + kind;
    }

    /** Its CPU cores as YAML has them: a whole number without a fraction. */
    String cores() {
        return Template.number(spec.cpuCores());
    }
}
