package io.jellybean.jobs.stage;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds of the machine's memory. */
public final class ProcessMemory {

    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int RESIDENT = 1;
    private static final long PAGE_BYTES = 4_096;

    private ProcessMemory() {}

    /**
     * What is resident beyond the heap, the metaspace, the compiled code and the direct buffers; 0 where the system does not say. Of the
     * heap, which may be committed long before it is touched, the most that was ever used is resident: exact for the serial collector,
     * whose spaces fill from one end.
     */
    static long nativeBytes() {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        long ofTheJvm = heap
                + ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        return Math.max(0, residentBytes() - ofTheJvm);
    }

    /** All that is resident; 0 where the system does not say. */
    public static long residentBytes() {
        try {
            return Long.parseLong(Files.readString(STATM).split(" ", -1)[RESIDENT]) * PAGE_BYTES;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
