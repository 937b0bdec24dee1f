package io.jellybean.cli.cluster;

import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import java.util.Map;

/** Workers with speaking names. */
public final class TaskManagerSpecs {

    private static final long MIB = 1024 * 1024;

    private TaskManagerSpecs() {}

    /** One slot, 448 MiB. */
    public static TaskManagerSpec edge(int number) {
        String id = "edge-" + number;
        return new TaskManagerSpec(id, Map.of("tier-edge", 1, "worker-box", 1, "w-" + id, 1), 1, 1.0, 448 * MIB);
    }

    /** Two slots, 640 MiB. */
    public static TaskManagerSpec cloud() {
        return new TaskManagerSpec("cloud-1", Map.of("tier-cloud", 2, "worker-server", 2), 2, 2.0, 640 * MIB);
    }
}
