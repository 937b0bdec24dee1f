package io.jellybean.planner.explain;

import io.jellybean.domain.plan.Plan;
import java.util.List;
import java.util.Map;

/**
 * Why a plan is as it is.
 *
 * @param plan what is explained
 * @param otherVariants by operator: what each variant that was not taken would lead to; empty for an operator with one
 * @param withoutRules what each rule that binds costs: the plan without it is cheaper; the dearest rule first
 * @param steps what one step more or less in accuracy, rate or latency leads to
 */
public record Explanation(
        Plan plan, Map<String, List<WhatIf>> otherVariants, List<WhatIf> withoutRules, List<WhatIf> steps) {
    public Explanation {
        withoutRules = List.copyOf(withoutRules);
        steps = List.copyOf(steps);
    }
}
