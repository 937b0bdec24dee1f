package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.GroupId;

/** Requests from an operator on one worker group. */
public record OperatorFlow(String from, GroupId fromGroup, String to, GroupId toGroup, double requestsPerSecond)
        implements Flow {
    public OperatorFlow {
        Require.positive("flow %s -> %s: requestsPerSecond".formatted(from, to), requestsPerSecond);
    }

    @Override
    public String fromTier() {
        return fromGroup.tier();
    }
}
