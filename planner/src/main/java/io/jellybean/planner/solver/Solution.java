package io.jellybean.planner.solver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a solved placement; only what is more than rounding.
 *
 * @param loads shares of each operator's rate; they add up to 1
 * @param flows shares of each channel's rate
 */
record Solution(Map<Option, Double> loads, Map<PlacementVariables.FlowKey, Double> flows) {

    /** Smaller shares are the solver's rounding. */
    private static final double ROUNDING = 1e-9;

    static Solution of(PlacementVariables variables) {
        Map<Option, Double> loads = new LinkedHashMap<>();
        Map<String, Double> totals = new LinkedHashMap<>();
        variables.loads().forEach((option, load) -> {
            if (load.solutionValue() > ROUNDING) {
                loads.put(option, load.solutionValue());
                totals.merge(option.operator(), load.solutionValue(), Double::sum);
            }
        });
        loads.replaceAll((option, share) -> share / totals.getOrDefault(option.operator(), 1.0));
        Map<PlacementVariables.FlowKey, Double> flows = new LinkedHashMap<>();
        variables.flows().forEach((key, flow) -> {
            if (flow.solutionValue() > ROUNDING) {
                flows.put(key, flow.solutionValue());
            }
        });
        return new Solution(loads, flows);
    }
}
