package io.jellybean.cli.cluster.kafka;

import io.jellybean.cli.cluster.process.TextFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code server.properties} of a broker that is its own controller and stores every record once.
 *
 * @param controllerPort on loopback
 * @param listeners where clients connect, by the names of the listeners; brokers would use the first
 */
public record BrokerConfiguration(int controllerPort, Map<String, Listener> listeners, Path dataDirectory) {

    /**
     * Where clients connect.
     *
     * @param bind the address that the broker listens on
     * @param advertised the address that clients are told, such as {@code kafka:9092}
     */
    public record Listener(String bind, String advertised) {}

    /** A frame of 1280x720 as JPEG is some hundred kB; Kafka's own limit of 1 MB is too near. */
    static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private static final int SEGMENT_BYTES = 32 * 1024 * 1024;
    private static final long RETENTION_BYTES_PER_PARTITION = 256L * 1024 * 1024;

    public BrokerConfiguration {
        listeners = Collections.unmodifiableMap(new LinkedHashMap<>(listeners));
    }

    /** One that only this machine reaches. */
    static BrokerConfiguration onLoopback(int clientPort, int controllerPort, Path dataDirectory) {
        String address = "127.0.0.1:" + clientPort;
        return new BrokerConfiguration(controllerPort, Map.of("CLIENT", new Listener(address, address)), dataDirectory);
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "inter.broker.listener.name", listeners.keySet().iterator().next());
        properties.put(
                "listener.security.protocol.map",
                joined((name, listener) -> name + ":PLAINTEXT", "CONTROLLER:PLAINTEXT"));
        properties.put(
                "listeners",
                joined(
                        (name, listener) -> "%s://%s".formatted(name, listener.bind()),
                        "CONTROLLER://127.0.0.1:" + controllerPort));
        properties.put(
                "advertised.listeners", joined((name, listener) -> "%s://%s".formatted(name, listener.advertised())));
        properties.put("log.dirs", dataDirectory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        limit(properties);
        storeInternalTopicsOnce(properties);
        return properties;
    }

    /** Writes them to a file, the same each time. */
    public void write(Path file) {
        write(file, Map.of());
    }

    /**
     * The same.
     *
     * @param more beside them, or instead of them
     */
    void write(Path file, Map<String, String> more) {
        Properties all = properties();
        all.putAll(more);
        List<String> lines = all.entrySet().stream()
                .map(property -> "%s=%s".formatted(property.getKey(), property.getValue()))
                .sorted()
                .toList();
        TextFile.write(file, lines);
    }

    private String joined(BiFunction<String, Listener, String> each, String... more) {
        return Stream.concat(
                        listeners.entrySet().stream().map(entry -> each.apply(entry.getKey(), entry.getValue())),
                        Stream.of(more))
                .collect(Collectors.joining(","));
    }

    private static void limit(Properties properties) {
        properties.put("message.max.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        properties.put("replica.fetch.max.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        properties.put("log.segment.bytes", String.valueOf(SEGMENT_BYTES));
        properties.put("log.retention.bytes", String.valueOf(RETENTION_BYTES_PER_PARTITION));
        properties.put("log.retention.check.interval.ms", "30000");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        // Its map of keys is 128 MB by default, for compacted topics that a demo hardly fills.
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
    }

    private static void storeInternalTopicsOnce(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
    }
}
