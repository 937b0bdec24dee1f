package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import io.jellybean.domain.workflow.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How much travels on a channel.
 *
 * @param variant of the operator that sends so much; null: any of which no other row says it, and all that fits a source
 * @param bytes per request of the receiver, on average
 */
public record MessageSize(Channel channel, @Nullable String variant, long bytes) {
    public MessageSize {
        Require.notNegative("message size of %s: bytes".formatted(channel), bytes);
    }
}
