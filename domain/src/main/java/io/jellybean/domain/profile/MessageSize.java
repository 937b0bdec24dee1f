package io.jellybean.domain.profile;

import io.jellybean.domain.Require;

/**
 * How much travels on a channel.
 *
 * @param from id of a source or an operator
 * @param to id of an operator
 * @param bytes per request of the receiver, on average
 */
public record MessageSize(String from, String to, long bytes) {
    public MessageSize {
        Require.notNegative("message size of %s -> %s: bytes".formatted(from, to), bytes);
    }
}
