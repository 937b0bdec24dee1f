package io.jellybean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.StandingCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A cluster that stands between commands, as real processes. */
@Timeout(240)
final class ClusterCommandIT {

    private final StringWriter errors = new StringWriter();
    private final CommandLine jellybean = JellyBean.commandLine().setErr(new PrintWriter(errors));

    private Path folder;
    private Path infrastructure;

    @BeforeEach
    void writeTheInfrastructure(@TempDir Path temporary) throws IOException {
        folder = temporary;
        infrastructure = Files.writeString(folder.resolve("infrastructure.yaml"), """
                format: jellybean-infrastructure/1
                id: corner
                tiers: [edge]
                workers:
                  - {tier: edge, type: box, count: 1, usdPerHour: 0.03, slots: 2, memoryMb: 700}
                links: []
                ingest:
                  - {tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}
                """);
    }

    @AfterEach
    void leaveNothing() {
        run("down");
    }

    @Test
    void standsUntilItIsEnded() {
        // when
        assertThat(up()).as(errors.toString()).isZero();

        // then: it answers, with the workers of the file
        StandingCluster cluster = StandingCluster.in(folder).orElseThrow();
        FlinkRest flink = new FlinkRest(URI.create(cluster.flink()));
        assertThat(flink.taskManagers())
                .extracting(taskManager -> taskManager.total().externalAmount("worker-box"))
                .containsExactlyInAnyOrder(0.0, 2.0);
        assertThat(run("status")).isZero();

        // and stands only once
        assertThat(up()).isEqualTo(1);
        assertThat(errors.toString()).contains("stands already", "cluster down");

        // when
        assertThat(run("down")).isZero();

        // then
        assertThat(StandingCluster.in(folder)).isEmpty();
        assertThat(ProcessHandle.of(cluster.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(flink.answers()).isFalse();
        assertThat(run("status")).isEqualTo(1);
        assertThat(errors.toString()).contains("cluster up");
    }

    private int up() {
        return jellybean.execute(
                "cluster",
                "up",
                "--infrastructure=" + infrastructure,
                "--dir=" + folder,
                "--flink-port=0",
                "--kafka-port=0");
    }

    private int run(String command) {
        return jellybean.execute("cluster", command, "--dir=" + folder);
    }
}
