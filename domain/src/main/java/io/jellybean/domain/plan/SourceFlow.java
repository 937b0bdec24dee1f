package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.GroupId;

/** Requests from a source, which stands in a tier, not in a group. */
public record SourceFlow(String from, String fromTier, String to, GroupId toGroup, double requestsPerSecond)
        implements Flow {
    public SourceFlow {
        Require.positive("flow %s -> %s: requestsPerSecond".formatted(from, to), requestsPerSecond);
    }
}
