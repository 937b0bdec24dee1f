package io.jellybean.planner;

import io.jellybean.domain.plan.Plan;
import java.util.List;
import java.util.function.Function;

/** What a planner answers. */
public sealed interface PlanningOutcome {

    /** Treats each case. */
    <T> T fold(Function<Planned, T> planned, Function<Infeasible, T> infeasible, Function<Undecided, T> undecided);

    /** A plan that holds; its solver's status says how good it is. */
    record Planned(Plan plan) implements PlanningOutcome {
        @Override
        public <T> T fold(
                Function<Planned, T> planned, Function<Infeasible, T> infeasible, Function<Undecided, T> undecided) {
            return planned.apply(this);
        }
    }

    /**
     * There is no plan.
     *
     * @param reasons why, most telling first; at least one
     */
    record Infeasible(List<String> reasons) implements PlanningOutcome {
        public Infeasible {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Planned, T> planned, Function<Infeasible, T> infeasible, Function<Undecided, T> undecided) {
            return infeasible.apply(this);
        }
    }

    /**
     * Neither was a plan found nor proven that there is none.
     *
     * @param reason what stopped the search, and what may help
     */
    record Undecided(String reason) implements PlanningOutcome {
        @Override
        public <T> T fold(
                Function<Planned, T> planned, Function<Infeasible, T> infeasible, Function<Undecided, T> undecided) {
            return undecided.apply(this);
        }
    }
}
