package io.jellybean.jobs.stage;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds of the machine's memory. */
public final class ProcessMemory {

    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int RESIDENT = 1;
    private static final long PAGE_BYTES = 4_096;

    private ProcessMemory() {}

    /**
     * What is resident beyond the heap, the metaspace, the compiled code and the direct buffers; 0 where the system does not say.
     * A heap that is committed but was never touched makes it smaller than it is.
     */
    static long nativeBytes() {
        long ofTheJvm = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted()
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
