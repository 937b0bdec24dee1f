package io.jellybean.domain.workflow;

import io.jellybean.domain.Require;

/**
 * Where results go.
 *
 * @param from id of the operator whose results are written
 * @param topic the Kafka topic that is written
 * @param delivery how often a result is written when a worker fails
 */
public record Sink(String from, String topic, Delivery delivery) {

    public static final Delivery DEFAULT_DELIVERY = Delivery.AT_LEAST_ONCE;

    public Sink {
        Require.text("sink of %s: topic".formatted(from), topic);
    }

    /** With the default delivery. */
    public Sink(String from, String topic) {
        this(from, topic, DEFAULT_DELIVERY);
    }
}
