package io.jellybean.domain.workflow;

import io.jellybean.domain.Require;

/**
 * Where results go.
 *
 * @param from id of the operator whose results are written
 * @param topic the Kafka topic that is written
 */
public record Sink(String from, String topic) {
    public Sink {
        Require.text("sink of %s: topic".formatted(from), topic);
    }
}
