package io.jellybean.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.cluster.rest.TaskManager;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a real cluster of three workers in two tiers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LocalClusterIT {

    private static LocalCluster cluster;

    @BeforeAll
    static void startTheCluster(@TempDir Path logs) throws InterruptedException {
        cluster = LocalCluster.start(
                Distribution.below(JellyBeanHome.ofThisBuild().root()),
                List.of(TaskManagerSpecs.edge(1), TaskManagerSpecs.edge(2), TaskManagerSpecs.cloud()),
                LocalPorts.free(),
                logs);
    }

    @AfterAll
    static void endTheCluster() {
        cluster.close();
    }

    @Test
    void registersEveryWorkerWithItsTier() {
        List<TaskManager> workers = cluster.flink().rest().taskManagers();

        assertThat(workers)
                .extracting(
                        TaskManager::id,
                        TaskManager::slots,
                        worker -> worker.free().externalAmount("tier-edge"),
                        worker -> worker.free().externalAmount("tier-cloud"))
                .containsExactlyInAnyOrder(
                        tuple("edge-1", 1, 1.0, 0.0), tuple("edge-2", 1, 1.0, 0.0), tuple("cloud-1", 2, 0.0, 2.0));
    }

    @Test
    void offersTheMemoryAndCoresOfTheSpec() {
        var spec = TaskManagerSpecs.cloud();

        TaskManager cloud = cluster.flink().rest().taskManagers().stream()
                .filter(worker -> worker.id().equals(spec.resourceId()))
                .findFirst()
                .orElseThrow();

        assertThat(cloud.total().cpuCores()).isEqualTo(2.0);
        assertThat(cloud.total().taskHeapMebibytes() << 20)
                .isEqualTo(2 * spec.memory().slotHeapBytes());
        assertThat(cloud.total().taskOffHeapMebibytes() << 20)
                .isEqualTo(2 * spec.memory().slotOffHeapBytes());
    }

    @Test
    void runsUnderTheSchedulerThatKnowsTiers() {
        assertThat(cluster.flink().rest().configuration()).containsEntry("jobmanager.scheduler", "Default");
    }

    @Test
    void listensOnLoopbackOnly() {
        for (ChildProcess process : processes()) {
            List<String> addresses = ListeningSockets.of(process.pid());

            assertThat(addresses).as(process.name()).isNotEmpty().allMatch(ListeningSockets::isLoopback);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNothingBehind() {
        List<ChildProcess> processes = processes();
        Path directory = cluster.children().directory().path();
        int flinkPort = cluster.flink().rest().address().getPort();
        int kafkaPort =
                URI.create("kafka://" + cluster.kafka().bootstrapServers()).getPort();

        cluster.close();

        assertThat(processes).noneMatch(ChildProcess::isAlive);
        assertThat(directory).doesNotExist();
        assertThat(ListeningSockets.accepts(flinkPort)).isFalse();
        assertThat(ListeningSockets.accepts(kafkaPort)).isFalse();
    }

    private static List<ChildProcess> processes() {
        List<ChildProcess> all = new ArrayList<>(cluster.flink().taskManagers().values());
        all.add(cluster.flink().jobManager());
        all.add(cluster.kafka().process());
        return all;
    }
}
