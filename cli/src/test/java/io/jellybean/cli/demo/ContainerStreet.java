package io.jellybean.cli.demo;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.FlinkRestException;
import io.jellybean.cli.layout.Installation;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** An infrastructure as the containers of its compose file. Closing leaves no container, network or volume. */
final class ContainerStreet implements AutoCloseable {

    /** The broker's address for jobs; from outside it is another. */
    static final String KAFKA_OF_JOBS = "kafka:9092";

    private static final Duration UP_WITHIN = Duration.ofMinutes(10);
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Duration COMMAND_WITHIN = Duration.ofMinutes(4);

    private final Path folder;
    private final String project;
    private final List<String> compose;
    private final int flinkPort;
    private final int kafkaPort;
    private final FlinkRest flink;

    private ContainerStreet(Path folder, String project, List<String> compose, int flinkPort, int kafkaPort) {
        this.folder = folder;
        this.project = project;
        this.compose = compose;
        this.flinkPort = flinkPort;
        this.kafkaPort = kafkaPort;
        this.flink = new FlinkRest(URI.create("http://127.0.0.1:" + flinkPort));
    }

    /**
     * Brings all of it up and waits until every worker has registered.
     *
     * @param folder for the compose file; its containers must be able to read it
     */
    static ContainerStreet up(Infrastructure infrastructure, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("security"));
        Installation.compose().write(infrastructure, URI.create("file:///var/lib/jellybean"), folder);
        ContainerStreet street = new ContainerStreet(
                folder, "jellybean" + ProcessHandle.current().pid(), ContainerEngine.compose(), freePort(), freePort());
        try {
            street.compose(UP_WITHIN, "up", "-d");
            int workers = PlannedCluster.taskManagers(infrastructure).size();
            await(
                    READY_WITHIN,
                    () -> street.flink().answers()
                            && street.flink().taskManagers().size() == workers);
            return street;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            street.close();
            throw failed;
        }
    }

    FlinkRest flink() {
        return flink;
    }

    /** The broker, for clients outside the containers. */
    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Runs a command of {@code jellybean} in its container; what it printed. */
    String jellybean(String... arguments) throws IOException, InterruptedException {
        List<String> run = new ArrayList<>(List.of("run", "--rm", "jellybean"));
        run.addAll(List.of(arguments));
        return compose(COMMAND_WITHIN, run.toArray(String[]::new));
    }

    /** Runs a command of Compose. */
    String compose(Duration within, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(compose);
        command.addAll(List.of("-f", folder.resolve("compose.yaml").toString(), "-p", project));
        command.addAll(List.of(arguments));
        return ContainerEngine.run(
                command,
                Map.of(
                        "JELLYBEAN_FLINK_PORT", String.valueOf(flinkPort),
                        "JELLYBEAN_KAFKA_PORT", String.valueOf(kafkaPort),
                        "COMPOSE_HTTP_TIMEOUT", "300"),
                within);
    }

    /** Runs a command in the container of a service. */
    String inside(String service, String... arguments) throws IOException, InterruptedException {
        List<String> exec = new ArrayList<>(List.of("exec", "-T", service));
        exec.addAll(List.of(arguments));
        return compose(COMMAND_WITHIN, exec.toArray(String[]::new));
    }

    /** From now on the processes of a service have so much of a core, or of several. */
    void limitCpu(String service, double cores) throws IOException, InterruptedException {
        ContainerEngine.run(
                List.of("docker", "update", "--cpus", String.valueOf(cores), container(service)),
                Map.of(),
                COMMAND_WITHIN);
    }

    private String container(String service) throws IOException, InterruptedException {
        return compose(COMMAND_WITHIN, "ps", "-q", service).strip();
    }

    /** Ends the process of a service as a power cut would; Compose starts it again. */
    void kill(String service) throws IOException, InterruptedException {
        String pid = ContainerEngine.run(
                        List.of("docker", "inspect", "--format", "{{.State.Pid}}", container(service)),
                        Map.of(),
                        COMMAND_WITHIN)
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    /** Waits until something is so; what is asked for may fail until then. */
    static void await(Duration within, BooleanSupplier so) throws InterruptedException {
        long giveUpAt = System.nanoTime() + within.toNanos();
        while (!isSo(so)) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("not within " + within);
            }
            Thread.sleep(200);
        }
    }

    private static boolean isSo(BooleanSupplier so) {
        try {
            return so.getAsBoolean();
        } catch (FlinkRestException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            compose(COMMAND_WITHIN, "down", "--volumes", "--remove-orphans", "--timeout", "5");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
