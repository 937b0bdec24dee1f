package io.jellybean.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.cluster.rest.OfferedResources;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.jobs.spec.SlotGroup;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.spec.WorkerMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlacementsTest {

    private static final WorkerMemory TWO_SLOTS = WorkerMemory.of(1_280_000_000, 2);
    private static final Vertex DETECT =
            new Vertex("detect@hub/server", "detect", new SlotGroup("hub/server", List.of("tier-hub"), TWO_SLOTS), 4);

    private static final List<TaskManager> REGISTERED = List.of(
            taskManager("hub-1", "tier-hub"), taskManager("hub-2", "tier-hub"), taskManager("cloud-1", "tier-cloud"));

    @Test
    void isAsPlannedWhenEachSubtaskHasItsTierAndItsWorker() {
        Placements placements = compare(List.of("hub-1", "hub-1", "hub-2", "hub-2"));

        assertThat(placements.differences()).isEmpty();
        assertThat(placements.taskManagers()).isEqualTo(2);
    }

    @Test
    void namesASubtaskInAnotherTier() {
        Placements placements = compare(List.of("hub-1", "hub-1", "cloud-1", "cloud-1"));

        assertThat(placements.differences())
                .containsExactly("detect@hub/server runs on cloud-1, which does not offer tier-hub");
    }

    @Test
    void namesASubtaskOnAWorkerThatIsGone() {
        Placements placements = compare(List.of("hub-1", "hub-1", "hub-9", "hub-9"));

        assertThat(placements.differences())
                .containsExactly("detect@hub/server runs on hub-9, which does not offer tier-hub");
    }

    @Test
    void namesMissingSubtasks() {
        Placements placements = compare(List.of("hub-1", "hub-2"));

        assertThat(placements.differences()).containsExactly("detect@hub/server has 2 subtasks, planned are 4");
    }

    @Test
    void namesMoreOrFewerWorkersThanArePaidFor() {
        Placements placements = compare(List.of("hub-1", "hub-1", "hub-1", "hub-1"));

        assertThat(placements.differences()).containsExactly("hub/server stands on 1 TaskManagers, planned are 2");
    }

    private static Placements compare(List<String> taskManagers) {
        return Placements.compare(List.of(DETECT), Map.of(DETECT.uid(), taskManagers), REGISTERED);
    }

    private static TaskManager taskManager(String id, String resource) {
        OfferedResources offered = new OfferedResources(2, 200, 100, 0, 48, Map.of(resource, 2.0));
        return new TaskManager(id, 2, 0, offered, offered);
    }
}
