package io.jellybean.planner.explain;

import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.PlanningOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would come out if something were different.
 *
 * @param change what is different, in a few words
 * @param plan the best plan then; null if there is none, or none was found
 * @param reasons why there is no plan; empty if there is one
 */
public record WhatIf(String change, @Nullable Plan plan, List<String> reasons) {
    public WhatIf {
        reasons = List.copyOf(reasons);
    }

    static WhatIf of(String change, PlanningOutcome outcome) {
        return outcome.fold(
                planned -> new WhatIf(change, planned.plan(), List.of()),
                infeasible -> new WhatIf(change, null, infeasible.reasons()),
                undecided -> new WhatIf(change, null, List.of(undecided.reason())));
    }
}
