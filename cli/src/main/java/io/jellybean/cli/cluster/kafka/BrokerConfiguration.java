package io.jellybean.cli.cluster.kafka;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The {@code server.properties} of a broker that is its own controller and stores every record once. */
record BrokerConfiguration(int clientPort, int controllerPort, Path dataDirectory) {

    /** A frame of 1280x720 as JPEG is some hundred kB; Kafka's own limit of 1 MB is too near. */
    static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private static final int SEGMENT_BYTES = 32 * 1024 * 1024;
    private static final long RETENTION_BYTES_PER_PARTITION = 256L * 1024 * 1024;

    Properties properties() {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENT");
        properties.put(
                "listeners", "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(clientPort, controllerPort));
        properties.put("advertised.listeners", "CLIENT://127.0.0.1:" + clientPort);
        properties.put("log.dirs", dataDirectory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        limit(properties);
        storeInternalTopicsOnce(properties);
        return properties;
    }

    void write(Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            properties().store(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
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
