package io.jellybean.cli.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.io.InfrastructureFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlannedClusterTest {

    private final List<TaskManagerSpec> taskManagers = PlannedCluster.taskManagers(
            InfrastructureFile.read(Path.of("../examples/vehicle-tracking/infrastructure.yaml")));

    @Test
    void everyWorkerAndEveryIngestHostIsATaskManager() {
        assertThat(taskManagers)
                .extracting(TaskManagerSpec::resourceId)
                .containsExactly(
                        "ingest-edge", "edge-edge-box-1", "hub-hub-server-1", "cloud-cloud-vm-1", "cloud-cloud-vm-2");
    }

    @Test
    void eachOffersItsTierAndTypeOncePerSlot() {
        assertThat(taskManagers.get(2).externalResources()).isEqualTo(Map.of("tier-hub", 2, "worker-hub-server", 2));
        assertThat(taskManagers.get(0).externalResources()).isEqualTo(Map.of("ingest-edge", 1));
    }

    @Test
    void refusesKindsOfTheSameName() {
        Infrastructure ambiguous = new Infrastructure(
                "corner",
                List.of("a", "a-b"),
                List.of(
                        new WorkerGroup("a", "b-c", 1, 0.1, 1, 700_000_000),
                        new WorkerGroup("a-b", "c", 1, 0.1, 1, 700_000_000)),
                List.of(),
                List.of());

        assertThatThrownBy(() -> PlannedCluster.workers(ambiguous))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContainingAll("corner", "a/b-c and a-b/c", "\"a-b-c\"", "rename");
    }
}
