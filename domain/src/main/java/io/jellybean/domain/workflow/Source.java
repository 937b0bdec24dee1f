package io.jellybean.domain.workflow;

import io.jellybean.domain.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come from.
 *
 * @param id unique in the workflow
 * @param topic the Kafka topic that is read
 * @param tier where the broker of that topic stands
 * @param maxAge under the policy {@code live}: requests older than this are dropped, the newest are served; null under the
 *     policy {@code complete}: every request is served, however late
 */
public record Source(
        String id, String topic, String tier, @Nullable Duration maxAge) {
    public Source {
        Require.name("source id", id);
        Require.text("source %s: topic".formatted(id), topic);
        Require.name("source %s: tier".formatted(id), tier);
        if (maxAge != null && (maxAge.isZero() || maxAge.isNegative())) {
            throw new IllegalArgumentException("source %s: maxAge must be > 0, but was %s".formatted(id, maxAge));
        }
    }

    /** A source of which every request is served. */
    public static Source complete(String id, String topic, String tier) {
        return new Source(id, topic, tier, null);
    }

    /** Which of its requests are served. */
    public SourcePolicy policy() {
        return maxAge == null ? SourcePolicy.COMPLETE : SourcePolicy.LIVE;
    }
}
