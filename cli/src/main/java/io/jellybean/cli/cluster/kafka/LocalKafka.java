package io.jellybean.cli.cluster.kafka;

import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.cluster.process.ChildProcesses;
import io.jellybean.cli.cluster.process.FreePorts;
import io.jellybean.cli.cluster.process.HeldPort;
import io.jellybean.cli.cluster.process.JvmCommand;
import io.jellybean.cli.cluster.process.PackagedFiles;
import io.jellybean.jobs.security.SecurityFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** One Kafka broker on 127.0.0.1. It ends, and its data goes, with the {@link ChildProcesses} it was started in. */
public final class LocalKafka {

    private static final Duration FORMAT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final int PROBE_TIMEOUT_MILLIS = 1_000;

    private final ChildProcess broker;
    private final String bootstrapServers;

    private LocalKafka(ChildProcess broker, String bootstrapServers) {
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Formats the storage, which takes a second or two, and starts the broker; does not wait until it answers.
     *
     * @param lib the folder with Kafka's jars
     * @param port where clients connect, or 0 for any free port
     */
    public static LocalKafka start(ChildProcesses children, Path lib, int port) throws InterruptedException {
        try (HeldPort clientPort = FreePorts.fixedOrAny(port, "Kafka");
                HeldPort controllerPort = FreePorts.any()) {
            Path folder = children.directory().folder("kafka");
            Path serverProperties = folder.resolve("server.properties");
            BrokerConfiguration.onLoopback(clientPort.number(), controllerPort.number(), folder.resolve("data"))
                    .write(serverProperties, SecurityFolder.ofThisProcess().broker());
            Path logging = PackagedFiles.copy(LocalKafka.class, "kafka-log4j2.properties", folder);
            children.start(storageTool(lib, logging, serverProperties)).awaitSuccess(FORMAT_TIMEOUT);
            controllerPort.release();
            String bootstrapServers = "127.0.0.1:" + clientPort.release();
            return new LocalKafka(children.start(broker(lib, logging, serverProperties)), bootstrapServers);
        }
    }

    /** Waits until the broker answers. */
    public void awaitReady() throws InterruptedException {
        try (Admin admin = admin()) {
            broker.awaitReady(() -> answers(admin), START_TIMEOUT);
        }
    }

    /** For clients' {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    public ChildProcess process() {
        return broker;
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(PROBE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Admin admin() {
        Map<String, Object> settings =
                new HashMap<>(SecurityFolder.ofThisProcess().kafkaClients());
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("request.timeout.ms", PROBE_TIMEOUT_MILLIS);
        settings.put("default.api.timeout.ms", PROBE_TIMEOUT_MILLIS);
        return Admin.create(settings);
    }

    private static JvmCommand storageTool(Path lib, Path logging, Path serverProperties) {
        return new JvmCommand(
                "kafka-format",
                "kafka.tools.StorageTool",
                List.of(lib.resolve("*")),
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", loggingOption(logging)),
                List.of("format", "-t", Uuid.randomUuid().toString(), "-c", serverProperties.toString()));
    }

    private static JvmCommand broker(Path lib, Path logging, Path serverProperties) {
        return new JvmCommand(
                "kafka",
                "kafka.Kafka",
                List.of(lib.resolve("*")),
                List.of(
                        "-Xms64m",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        loggingOption(logging)),
                List.of(serverProperties.toString()));
    }

    private static String loggingOption(Path logging) {
        return "-Dlog4j2.configurationFile=" + logging;
    }
}
