package io.jellybean.cli.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteConfigurationTest {

    private final RemoteConfiguration configuration =
            new RemoteConfiguration("hub-1", URI.create("s3://bucket/street"));

    /** Whoever reaches it can run any code. */
    @Test
    void keepsTheRestInterfaceToItsMachine(@TempDir Path folder) throws IOException {
        configuration.writeJobManager(folder);

        assertThat(Files.readAllLines(folder.resolve("config.yaml")))
                .contains(
                        "jobmanager.rpc.address: 'hub-1'",
                        "rest.bind-address: '127.0.0.1'",
                        "jobmanager.scheduler: 'Default'",
                        "execution.checkpointing.savepoint-dir: 's3://bucket/street/savepoints'");
    }

    @Test
    void aWorkerDeclaresWhatItOffersAndAllItsMemory(@TempDir Path folder) throws IOException {
        configuration.writeTaskManager(
                folder, new TaskManagerSpec("edge-box-1", Map.of("tier-edge", 2), 2, 2, 700_000_000));

        assertThat(Files.readAllLines(folder.resolve("config.yaml")))
                .contains(
                        "external-resource.tier-edge.amount: '2'",
                        "taskmanager.numberOfTaskSlots: '2'",
                        "taskmanager.memory.managed.size: '0b'")
                .noneMatch(line -> line.startsWith("taskmanager.resource-id") || line.startsWith("env.java.opts"))
                .filteredOn(line -> line.startsWith("taskmanager.memory."))
                .hasSize(11);
    }

    @Test
    void anIngestHostIsNotCompiledForSpeed(@TempDir Path folder) throws IOException {
        configuration.writeTaskManager(
                folder, new TaskManagerSpec("ingest-edge", Map.of("ingest-edge", 1), 1, 1, 500_000_000, false));

        assertThat(Files.readAllLines(folder.resolve("config.yaml")))
                .contains("env.java.opts.taskmanager: '-XX:TieredStopAtLevel=1'");
    }
}
