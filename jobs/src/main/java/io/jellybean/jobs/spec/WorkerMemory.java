package io.jellybean.jobs.spec;

/**
 * How a TaskManager's memory is divided. The fixed shares are what Flink and the JVM need however small the worker is;
 * the rest is the slots'. Sums hold exactly: process = metaspace + framework + network + slots x (heap + off-heap) +
 * overhead, which takes the rounding.
 *
 * @param slotHeapBytes task heap of one slot, whole MiB
 * @param slotOffHeapBytes task off-heap of one slot, whole MiB; ONNX sessions live here
 * @param networkBytes buffers between TaskManagers
 * @param overheadBytes thread stacks, code, garbage collection
 */
public record WorkerMemory(
        int slots, long slotHeapBytes, long slotOffHeapBytes, long networkBytes, long overheadBytes) {

    private static final long MIB = 1024 * 1024;

    public static final long METASPACE_BYTES = 112 * MIB;
    public static final long FRAMEWORK_HEAP_BYTES = 48 * MIB;
    public static final long FRAMEWORK_OFF_HEAP_BYTES = 24 * MIB;

    private static final long LEAST_OVERHEAD_BYTES = 64 * MIB;
    private static final long NETWORK_BYTES_PER_WORKER = 16 * MIB;
    private static final long NETWORK_BYTES_PER_SLOT = 16 * MIB;
    private static final long LEAST_BYTES_PER_SLOT = 96 * MIB;
    private static final double HEAP_SHARE_OF_SLOT = 0.6;

    /**
     * Divides the memory of a whole process.
     *
     * @throws IllegalArgumentException if it is less than {@link #leastBytes}
     */
    public static WorkerMemory of(long processBytes, int slots) {
        if (processBytes < leastBytes(slots)) {
            throw new IllegalArgumentException("a worker of %d slots needs at least %d MB of memory, but has %d MB"
                    .formatted(slots, leastBytes(slots) / 1_000_000 + 1, processBytes / 1_000_000));
        }
        long networkBytes = NETWORK_BYTES_PER_WORKER + slots * NETWORK_BYTES_PER_SLOT;
        long slotBytes = (processBytes - fixedBytes() - networkBytes) / slots;
        long slotHeapBytes = wholeMib((long) (slotBytes * HEAP_SHARE_OF_SLOT));
        long slotOffHeapBytes = wholeMib(slotBytes - slotHeapBytes);
        long roundingBytes = processBytes - fixedBytes() - networkBytes - slots * (slotHeapBytes + slotOffHeapBytes);
        return new WorkerMemory(
                slots, slotHeapBytes, slotOffHeapBytes, networkBytes, LEAST_OVERHEAD_BYTES + roundingBytes);
    }

    /** Below this the slots would have too little to run anything. */
    public static long leastBytes(int slots) {
        return fixedBytes() + NETWORK_BYTES_PER_WORKER + slots * (NETWORK_BYTES_PER_SLOT + LEAST_BYTES_PER_SLOT);
    }

    private static long fixedBytes() {
        return METASPACE_BYTES + LEAST_OVERHEAD_BYTES + FRAMEWORK_HEAP_BYTES + FRAMEWORK_OFF_HEAP_BYTES;
    }

    private static long wholeMib(long bytes) {
        return bytes / MIB * MIB;
    }
}
