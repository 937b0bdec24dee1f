package io.jellybean.domain.plan;

import io.jellybean.domain.Require;

/**
 * How a plan was found and how good it is known to be.
 *
 * @param name of the method
 * @param boundUsdPerHour no plan can be cheaper
 * @param gap (cost - bound) / cost, >= 0
 */
public record Solver(String name, Status status, double boundUsdPerHour, double gap) {

    /** What was proven. */
    public enum Status {
        /** No plan is cheaper, within a relative 1e-6. */
        OPTIMAL,
        /** The plan holds; a cheaper one may exist, at most by the gap. */
        FEASIBLE
    }

    public Solver {
        Require.text("solver: name", name);
        Require.notNegative("solver: boundUsdPerHour", boundUsdPerHour);
        Require.notNegative("solver: gap", gap);
    }
}
