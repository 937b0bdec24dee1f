package io.jellybean.cli.cluster.kafka;

import java.util.Map;

/**
 * A topic to create.
 *
 * @param partitions at least 1
 * @param settings Kafka's own settings of a topic, such as {@code retention.ms}; may be empty
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "Topic %s: partitions must be >= 1, but was %d".formatted(name, partitions));
        }
        settings = Map.copyOf(settings);
    }

    /** A topic with the broker's settings. */
    public Topic(String name, int partitions) {
        this(name, partitions, Map.of());
    }
}
