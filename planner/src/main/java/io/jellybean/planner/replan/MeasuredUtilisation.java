package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import java.util.Map;
import java.util.TreeMap;

/** CPU time of the threads of a group's operators, over the time of the slots that are paid for. */
public record MeasuredUtilisation(Plan running, Observation observed) {

    /** Of each group of the plan, 1 if all of it was taken. */
    public Map<GroupId, Double> byGroup() {
        Map<GroupId, Double> utilisation = new TreeMap<>();
        for (UsedGroup used : running.groups()) {
            utilisation.merge(used.group(), observed.busySlots(used.group()) / used.slots(), Math::max);
        }
        return utilisation;
    }
}
