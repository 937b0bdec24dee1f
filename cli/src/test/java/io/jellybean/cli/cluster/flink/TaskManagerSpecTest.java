package io.jellybean.cli.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.jobs.spec.WorkerMemory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskManagerSpecTest {

    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"1, 448", "1, 500", "2, 640", "4, 1024", "3, 777"})
    void dividesAllMemoryOfTheProcessAndNotAByteMore(int slots, long processMib) {
        TaskManagerSpec spec = new TaskManagerSpec("edge-1", Map.of(), slots, slots, processMib * MIB);

        Map<String, String> options = TaskManagerMemory.options(spec.memory());

        long sum = options.entrySet().stream()
                .filter(option -> !option.getKey().endsWith(".max"))
                .mapToLong(option -> Long.parseLong(option.getValue().replace("b", "")))
                .sum();
        assertThat(sum).isEqualTo(processMib * MIB);
        assertThat(options).hasSize(10);
    }

    @Test
    void givesEachSlotItsShareInWholeMebibytes() {
        TaskManagerSpec spec = new TaskManagerSpec("cloud-1", Map.of("tier-cloud", 3), 3, 1.0, 800 * MIB);

        WorkerMemory memory = spec.memory();

        Map<String, String> options = TaskManagerMemory.options(spec.memory());
        assertThat(options.get("taskmanager.memory.task.heap.size")).isEqualTo(3 * memory.slotHeapBytes() + "b");
        assertThat(options.get("taskmanager.memory.task.off-heap.size")).isEqualTo(3 * memory.slotOffHeapBytes() + "b");
        assertThat(memory.slotHeapBytes() % MIB).isZero();
        assertThat(memory.slotOffHeapBytes() % MIB).isZero();
    }

    @Test
    void rejectsAWorkerWithTooLittleMemoryForItsSlots() {
        assertThatThrownBy(() -> new TaskManagerSpec("edge-1", Map.of(), 2, 1.0, 448 * MIB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("edge-1", "memoryBytes", "2 slots");
    }

    @Test
    void rejectsNamesThatFlinkWouldReadAsSomethingElse() {
        assertThatThrownBy(() -> new TaskManagerSpec("edge 1", Map.of(), 1, 1.0, 448 * MIB))
                .hasMessageContaining("resourceId");
        assertThatThrownBy(() -> new TaskManagerSpec("edge-1", Map.of("tier;edge", 1), 1, 1.0, 448 * MIB))
                .hasMessageContainingAll("externalResources", "tier;edge");
    }

    @Test
    void rejectsAmountsSlotsAndCoresBelowWhatMakesSense() {
        assertThatThrownBy(() -> new TaskManagerSpec("edge-1", Map.of("tier-edge", 0), 1, 1.0, 448 * MIB))
                .hasMessageContainingAll("tier-edge", "0");
        assertThatThrownBy(() -> new TaskManagerSpec("edge-1", Map.of(), 0, 1.0, 448 * MIB))
                .hasMessageContaining("slots");
        assertThatThrownBy(() -> new TaskManagerSpec("edge-1", Map.of(), 1, Double.NaN, 448 * MIB))
                .hasMessageContaining("cpuCores");
    }
}
