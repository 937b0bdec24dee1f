package io.jellybean.jobs.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How much CPU time this process may take, as the control groups of Linux say, of version 1 or 2. */
public final class CpuQuota {

    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final Path OWN_GROUPS = Path.of("/proc/self/cgroup");

    private CpuQuota() {}

    /**
     * What a slot has of a core when all slots of this process are busy: 1, unless the process may take less than a core for each. Read
     * anew each time, as it may be changed while a process runs.
     *
     * @param slots at least 1
     * @return above 0, at most 1
     */
    public static double coresPerSlot(int slots) {
        return coresPerSlot(cores(), slots);
    }

    /**
     * The same of another process.
     *
     * @param cores that its group allows; 0 if it says nothing
     */
    public static double coresPerSlot(double cores, int slots) {
        return cores > 0 ? Math.min(1, cores / slots) : 1;
    }

    /** What the group of this process allows; 0 if it says nothing. */
    static double cores() {
        return cores(GROUPS, OWN_GROUPS).orElse(0);
    }

    /**
     * The least that the process's group and those around it allow.
     *
     * @param groups where the file system of control groups is mounted; in a container, the container's own group may be its root
     * @param ownGroups lines of {@code hierarchy:controllers:path}
     */
    static OptionalDouble cores(Path groups, Path ownGroups) {
        try {
            return Files.readAllLines(ownGroups).stream()
                    .map(line -> line.split(":", 3))
                    .filter(line -> line.length == 3)
                    .flatMap(line -> around(line[1], line[2], groups))
                    .flatMapToDouble(group -> quota(group).stream())
                    .min();
        } catch (IOException notLinux) {
            return OptionalDouble.empty();
        }
    }

    /** A group and all around it. */
    private static Stream<Path> around(String controllers, String path, Path groups) {
        if (!controllers.isEmpty() && !List.of(controllers.split(",", -1)).contains("cpu")) {
            return Stream.empty();
        }
        Path root = controllers.isEmpty() ? groups : groups.resolve("cpu");
        return Stream.iterate(
                root.resolve(path.substring(1)).normalize(),
                group -> group != null && group.startsWith(root),
                Path::getParent);
    }

    private static OptionalDouble quota(Path group) {
        try {
            Path both = group.resolve("cpu.max");
            String[] quotaAndPeriod = Files.exists(both)
                    ? Files.readString(both).strip().split(" ", 2)
                    : new String[] {read(group, "cpu.cfs_quota_us"), read(group, "cpu.cfs_period_us")};
            double cores = Double.parseDouble(quotaAndPeriod[0]) / Double.parseDouble(quotaAndPeriod[1]);
            return cores > 0 ? OptionalDouble.of(cores) : OptionalDouble.empty();
        } catch (IOException | NumberFormatException noLimit) { // no such file in a root group; "max"
            return OptionalDouble.empty();
        }
    }

    private static String read(Path group, String file) throws IOException {
        return Files.readString(group.resolve(file)).strip();
    }
}
