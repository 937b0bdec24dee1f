package io.jellybean.cli.cluster.flink;

import static io.jellybean.jobs.spec.WorkerMemory.FRAMEWORK_HEAP_BYTES;
import static io.jellybean.jobs.spec.WorkerMemory.FRAMEWORK_OFF_HEAP_BYTES;
import static io.jellybean.jobs.spec.WorkerMemory.METASPACE_BYTES;

import io.jellybean.jobs.spec.WorkerMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells Flink and the JVM how a TaskManager's memory is divided. */
final class TaskManagerMemory {

    private TaskManagerMemory() {}

    /** All memory options of Flink: with one of them unset a TaskManager without Flink's start script refuses to start. */
    static Map<String, String> options(WorkerMemory memory) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("taskmanager.memory.task.heap.size", bytes(memory.slots() * memory.slotHeapBytes()));
        options.put("taskmanager.memory.task.off-heap.size", bytes(memory.slots() * memory.slotOffHeapBytes()));
        options.put("taskmanager.memory.managed.size", bytes(0));
        options.put("taskmanager.memory.network.min", bytes(memory.networkBytes()));
        options.put("taskmanager.memory.network.max", bytes(memory.networkBytes()));
        options.put("taskmanager.memory.framework.heap.size", bytes(FRAMEWORK_HEAP_BYTES));
        options.put("taskmanager.memory.framework.off-heap.size", bytes(FRAMEWORK_OFF_HEAP_BYTES));
        options.put("taskmanager.memory.jvm-metaspace.size", bytes(METASPACE_BYTES));
        options.put("taskmanager.memory.jvm-overhead.min", bytes(memory.overheadBytes()));
        options.put("taskmanager.memory.jvm-overhead.max", bytes(memory.overheadBytes()));
        return options;
    }

    /** The same limits for the JVM itself. */
    static List<String> jvmOptions(WorkerMemory memory) {
        long directBytes =
                FRAMEWORK_OFF_HEAP_BYTES + memory.slots() * memory.slotOffHeapBytes() + memory.networkBytes();
        long heapBytes = FRAMEWORK_HEAP_BYTES + memory.slots() * memory.slotHeapBytes();
        return List.of(
                // All of it at once: a heap that grows is collected wholly at each step, and a small one again and
                // again.
                "-Xms" + heapBytes,
                "-Xmx" + heapBytes,
                "-XX:MaxDirectMemorySize=" + directBytes,
                "-XX:MaxMetaspaceSize=" + METASPACE_BYTES);
    }

    private static String bytes(long bytes) {
        return bytes + "b";
    }
}
