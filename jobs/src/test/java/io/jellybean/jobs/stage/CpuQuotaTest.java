package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CpuQuotaTest {

    @Test
    void readsTheQuotaOfVersion1(@TempDir Path folder) throws IOException {
        write(folder, "groups/cpu/box/cpu.cfs_quota_us", "15000\n");
        write(folder, "groups/cpu/box/cpu.cfs_period_us", "100000\n");
        write(folder, "groups/cpu/cpu.cfs_quota_us", "-1\n");
        write(folder, "groups/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(cores(folder, "4:memory:/other\n3:cpu,cpuacct:/box\n0::/\n")).hasValue(0.15);
    }

    @Test
    void readsTheQuotaOfVersion2(@TempDir Path folder) throws IOException {
        write(folder, "groups/pods/box/cpu.max", "30000 100000\n");

        assertThat(cores(folder, "0::/pods/box\n")).hasValue(0.3);
    }

    @Test
    void takesTheLeastOfAllGroupsAround(@TempDir Path folder) throws IOException {
        write(folder, "groups/pods/cpu.max", "20000 100000\n");
        write(folder, "groups/pods/box/cpu.max", "30000 100000\n");

        assertThat(cores(folder, "0::/pods/box\n")).hasValue(0.2);
    }

    /** Its path is the engine's, but what is mounted begins at its own group. */
    @Test
    void findsTheGroupOfAContainer(@TempDir Path folder) throws IOException {
        write(folder, "groups/cpu/cpu.cfs_quota_us", "50000\n");
        write(folder, "groups/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(cores(folder, "3:cpu:/docker/0123\n")).hasValue(0.5);
    }

    @Test
    void saysNothingWhereNothingIsLimited(@TempDir Path folder) throws IOException {
        write(folder, "groups/cpu.max", "max 100000\n");

        assertThat(cores(folder, "0::/\n")).isEmpty();
        assertThat(CpuQuota.cores(folder, folder.resolve("not-linux"))).isEmpty();
    }

    @Test
    void givesASlotAtMostACore() {
        assertThat(CpuQuota.coresPerSlot(0.3, 1)).isEqualTo(0.3);
        assertThat(CpuQuota.coresPerSlot(1, 4)).isEqualTo(0.25);
        assertThat(CpuQuota.coresPerSlot(4, 2)).isEqualTo(1);
        assertThat(CpuQuota.coresPerSlot(0, 2)).isEqualTo(1);
    }

    private static OptionalDouble cores(Path folder, String ownGroups) throws IOException {
        return CpuQuota.cores(folder.resolve("groups"), Files.writeString(folder.resolve("cgroup"), ownGroups));
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
