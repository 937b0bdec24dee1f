package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.process.LogTail;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.cli.terminal.OnInterrupt;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Holds a standing cluster: its processes end with the one that holds it, and that is this one or one in the background. */
final class ClusterHolder {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(200);

    private final JellyBeanHome home;
    private final Path infrastructure;
    private final Path folder;
    private final LocalPorts ports;

    ClusterHolder(JellyBeanHome home, Path infrastructure, Path folder, LocalPorts ports) {
        this.home = home;
        this.infrastructure = infrastructure;
        this.folder = folder;
        this.ports = ports;
    }

    /** Starts the cluster, says in its folder that it stands, and ends it when this process is told to end. */
    void hold(Infrastructure machines) throws InterruptedException {
        try (OnInterrupt interrupt = OnInterrupt.listen();
                LocalCluster cluster = LocalCluster.start(
                        Distribution.below(home.root()),
                        PlannedCluster.taskManagers(machines),
                        ports,
                        folder.resolve("logs"),
                        folder.resolve("state"))) {
            // The records that the jobs of an earlier cluster had yet to read went with its broker.
            RedeploymentJournal.forgetAllServed(folder.resolve(ClusterFolder.DEPLOYMENTS));
            StandingCluster.ofThisProcess(
                            cluster.flink().rest().address().toString(),
                            cluster.kafka().bootstrapServers(),
                            infrastructure)
                    .write(folder);
            // A worker that dies is for the jobs to deal with; without JobManager or broker there is no cluster.
            while (!interrupt.signal().awaitFor(POLL)) {
                if (!cluster.flink().jobManager().isAlive()
                        || !cluster.kafka().process().isAlive()) {
                    cluster.children().throwIfOneFailed();
                }
            }
        } finally {
            StandingCluster.remove(folder);
        }
    }

    /**
     * Starts another process that holds the cluster, and waits until it stands. If this process ends before, so does the other one.
     *
     * @throws CommandFailedException if it does not come to stand
     */
    StandingCluster startInBackground() throws InterruptedException {
        Process holder = start();
        Thread end = new Thread(holder::destroy, "end-cluster");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return awaitStanding(holder);
        } finally {
            removeHook(end);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // then the hook does what it is for
        }
    }

    private StandingCluster awaitStanding(Process holder) throws InterruptedException {
        long giveUpAt = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            Optional<StandingCluster> standing = StandingCluster.in(folder);
            if (standing.isPresent()) {
                return standing.get();
            }
            boolean ended = holder.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > giveUpAt) {
                holder.destroyForcibly();
                throw new CommandFailedException("the cluster does not stand: %s. Its log: %s"
                        .formatted(LogTail.lastMeaningfulLine(log()), log()));
            }
        }
    }

    /** In a session of its own, so that the terminal's Ctrl-C and closing do not reach it. */
    private Process start() {
        List<String> command = List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                home.path("cli/target/jellybean-cli.jar").toString(),
                "cluster",
                "up",
                "--foreground",
                "--infrastructure=" + infrastructure,
                "--dir=" + folder,
                "--flink-port=" + ports.flinkRest(),
                "--kafka-port=" + ports.kafka());
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("the cluster's process cannot start", failed);
        }
    }

    private Path log() {
        return folder.resolve("cluster.log");
    }
}
