package io.jellybean.planner.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param violations broken rules; none: the plan holds
 * @param latencyMs the longest path that carries flow, without queueing
 */
public record CheckedPlan(List<String> violations, double computeUsdPerHour, double linksUsdPerHour, double latencyMs) {
    public CheckedPlan {
        violations = List.copyOf(violations);
    }

    /** Whether the plan breaks no rule. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** Workers and links. */
    public double totalUsdPerHour() {
        return computeUsdPerHour + linksUsdPerHour;
    }
}
