package io.jellybean.cli.cluster.flink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a TaskManager's memory is divided. The fixed shares are what Flink and the JVM need however small the worker is;
 * the rest is the slots'. Sums hold exactly: process = fixed + network + slots x (heap + off-heap) + rounding, which the
 * JVM's overhead takes.
 *
 * @param slotHeapBytes task heap of one slot, whole MiB
 * @param slotOffHeapBytes task off-heap of one slot, whole MiB
 * @param overheadBytes thread stacks, code, garbage collection
 */
record TaskManagerMemory(int slots, long slotHeapBytes, long slotOffHeapBytes, long networkBytes, long overheadBytes) {

    private static final long MIB = 1024 * 1024;
    private static final long METASPACE_BYTES = 112 * MIB;
    private static final long LEAST_OVERHEAD_BYTES = 64 * MIB;
    private static final long FRAMEWORK_HEAP_BYTES = 48 * MIB;
    private static final long FRAMEWORK_OFF_HEAP_BYTES = 24 * MIB;
    private static final long NETWORK_BYTES_PER_WORKER = 16 * MIB;
    private static final long NETWORK_BYTES_PER_SLOT = 16 * MIB;
    private static final long LEAST_BYTES_PER_SLOT = 96 * MIB;
    private static final double HEAP_SHARE_OF_SLOT = 0.6;

    static TaskManagerMemory of(long processBytes, int slots) {
        long networkBytes = NETWORK_BYTES_PER_WORKER + slots * NETWORK_BYTES_PER_SLOT;
        long slotBytes = (processBytes - fixedBytes() - networkBytes) / slots;
        long slotHeapBytes = wholeMib((long) (slotBytes * HEAP_SHARE_OF_SLOT));
        long slotOffHeapBytes = wholeMib(slotBytes - slotHeapBytes);
        long roundingBytes = processBytes - fixedBytes() - networkBytes - slots * (slotHeapBytes + slotOffHeapBytes);
        return new TaskManagerMemory(
                slots, slotHeapBytes, slotOffHeapBytes, networkBytes, LEAST_OVERHEAD_BYTES + roundingBytes);
    }

    /** Below this the slots would have too little to run anything. */
    static long leastBytes(int slots) {
        return fixedBytes() + NETWORK_BYTES_PER_WORKER + slots * (NETWORK_BYTES_PER_SLOT + LEAST_BYTES_PER_SLOT);
    }

    /** All memory options of Flink: with one of them unset a TaskManager without Flink's start script refuses to start. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("taskmanager.memory.task.heap.size", bytes(slots * slotHeapBytes));
        options.put("taskmanager.memory.task.off-heap.size", bytes(slots * slotOffHeapBytes));
        options.put("taskmanager.memory.managed.size", bytes(0));
        options.put("taskmanager.memory.network.min", bytes(networkBytes));
        options.put("taskmanager.memory.network.max", bytes(networkBytes));
        options.put("taskmanager.memory.framework.heap.size", bytes(FRAMEWORK_HEAP_BYTES));
        options.put("taskmanager.memory.framework.off-heap.size", bytes(FRAMEWORK_OFF_HEAP_BYTES));
        options.put("taskmanager.memory.jvm-metaspace.size", bytes(METASPACE_BYTES));
        options.put("taskmanager.memory.jvm-overhead.min", bytes(overheadBytes));
        options.put("taskmanager.memory.jvm-overhead.max", bytes(overheadBytes));
        return options;
    }

    /** The same limits for the JVM itself. */
    List<String> jvmOptions() {
        return List.of(
                "-Xms" + FRAMEWORK_HEAP_BYTES,
                "-Xmx" + (FRAMEWORK_HEAP_BYTES + slots * slotHeapBytes),
                "-XX:MaxDirectMemorySize=" + (FRAMEWORK_OFF_HEAP_BYTES + slots * slotOffHeapBytes + networkBytes),
                "-XX:MaxMetaspaceSize=" + METASPACE_BYTES);
    }

    private static long fixedBytes() {
        return METASPACE_BYTES + LEAST_OVERHEAD_BYTES + FRAMEWORK_HEAP_BYTES + FRAMEWORK_OFF_HEAP_BYTES;
    }

    private static long wholeMib(long bytes) {
        return bytes / MIB * MIB;
    }

    private static String bytes(long bytes) {
        return bytes + "b";
    }
}
