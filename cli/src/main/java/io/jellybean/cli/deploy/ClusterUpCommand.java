package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.InfrastructureFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean cluster up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a Kafka broker, a Flink JobManager and a TaskManager for each worker on 127.0.0.1, and returns "
                    + "when all of them are ready. The broker's records go with it; checkpoints and savepoints stay.",
            ""
        },
        footer = {"", "Exit status: 0 it stands, 1 failed or bad input."})
final class ClusterUpCommand implements Callable<Integer> {

    private static final String EXAMPLE = "examples/vehicle-tracking/infrastructure.yaml";

    @Option(
            names = "--infrastructure",
            paramLabel = "FILE",
            description = "Tiers and workers (default: " + EXAMPLE + ").")
    private @Nullable Path infrastructure;

    @Mixin
    private ClusterFolder folder = new ClusterFolder();

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Flink's REST interface and web page; 0: any free one (default: ${DEFAULT-VALUE}).")
    private int flinkPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The broker; 0: any free one (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(names = "--foreground", description = "Do not return; end the cluster on Ctrl-C.")
    private boolean foreground;

    @Override
    public Integer call() throws InterruptedException {
        CommandFailedException.requireRange("--kafka-port", kafkaPort, 0, 65_535);
        CommandFailedException.requireRange("--flink-port", flinkPort, 0, 65_535);
        JellyBeanHome home = JellyBeanHome.ofThisBuild();
        Path file = (infrastructure == null ? home.path(EXAMPLE) : infrastructure).toAbsolutePath();
        Infrastructure machines = InfrastructureFile.read(file);
        Optional<StandingCluster> standing = StandingCluster.in(folder.path());
        if (standing.isPresent()) {
            throw new CommandFailedException(
                    "a cluster stands already: Flink at %s, Kafka at %s. Maybe end it: jellybean cluster down"
                            .formatted(standing.get().flink(), standing.get().kafka()));
        }
        LocalPorts ports = new LocalPorts(kafkaPort, flinkPort);
        ports.requireFree();
        ClusterHolder holder = new ClusterHolder(home, file, folder.path(), ports);
        if (foreground) {
            holder.hold(machines);
            return ExitCode.OK;
        }
        int workers = PlannedCluster.taskManagers(machines).size();
        try (Step step = Terminal.ofStandardError()
                .step("Starting a Kafka broker, a Flink JobManager and %d TaskManagers".formatted(workers))) {
            StandingCluster cluster = holder.startInBackground();
            step.done("ready");
            System.out.printf(
                    "Flink  %s%nKafka  %s%nLogs   %s%n",
                    cluster.flink(), cluster.kafka(), folder.path().resolve("logs"));
        }
        return ExitCode.OK;
    }
}
