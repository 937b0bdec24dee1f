package io.jellybean.planner.replan;

import java.time.Instant;
import java.util.Map;

/**
 * What came of a decision to move.
 *
 * @param decidedAt when it was decided
 * @param moved whether the new plan runs
 * @param remark why not, or what was measured since
 * @param utilisationByGroup measured, 0..1; empty as long as nothing is
 */
public record DecisionOutcome(
        Instant at, Instant decidedAt, boolean moved, String remark, Map<String, Double> utilisationByGroup) {
    public DecisionOutcome {
        utilisationByGroup = Map.copyOf(utilisationByGroup);
    }
}
