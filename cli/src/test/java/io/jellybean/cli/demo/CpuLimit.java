package io.jellybean.cli.demo;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.jellybean.cli.cluster.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A control group that gives a process less than a core, until it is closed. Needs root and the CPU controller of Linux. */
final class CpuLimit implements AutoCloseable {

    private static final Path CONTROLLER = Path.of("/sys/fs/cgroup/cpu");
    private static final long PERIOD_MICROS = 100_000;

    private final ChildProcess process;
    private final Path group;

    private CpuLimit(ChildProcess process, Path group) {
        this.process = process;
        this.group = group;
    }

    /** Limits it; the test is skipped where that cannot be done. */
    static CpuLimit of(ChildProcess process, double cores) throws IOException {
        assumeThat(CONTROLLER).as("a CPU controller to make a group in").isWritable();
        Path group = Files.createDirectory(CONTROLLER.resolve("jellybean-" + process.pid()));
        CpuLimit limit = new CpuLimit(process, group);
        limit.write(group, "cpu.cfs_period_us", PERIOD_MICROS);
        limit.write(group, "cpu.cfs_quota_us", Math.round(cores * PERIOD_MICROS));
        limit.write(group, "cgroup.procs", process.pid());
        return limit;
    }

    private void write(Path folder, String file, long value) throws IOException {
        Files.writeString(folder.resolve(file), String.valueOf(value));
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            write(CONTROLLER, "cgroup.procs", process.pid());
        }
        Files.delete(group);
    }
}
