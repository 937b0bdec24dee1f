package io.jellybean.domain.workflow;

import io.jellybean.domain.Require;

/**
 * Where requests come from.
 *
 * @param id unique in the workflow
 * @param topic the Kafka topic that is read
 * @param tier where the broker of that topic stands
 */
public record Source(String id, String topic, String tier) {
    public Source {
        Require.name("source id", id);
        Require.text("source %s: topic".formatted(id), topic);
        Require.name("source %s: tier".formatted(id), tier);
    }
}
