package io.jellybean.planner.replan;

import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.compile.PlanningInputs;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** What is to be done about the running plan. */
public sealed interface Decision {

    /** Why a plan is kept or changed. */
    enum Reason {
        /** It was changed a moment ago. */
        SETTLING,
        /** The job does not run, and may come back by itself. */
        RESTARTING,
        /** Not everything was measured, or not for long enough. */
        INCOMPLETE,
        /** A backlog shrinks. */
        CATCHING_UP,
        /** No other plan is worth a move. */
        GOOD,
        /** A move is called for, but there is no other plan. */
        NO_PLAN,
        /** Workers are gone that the plan needs. */
        WORKERS_LOST,
        /** An objective is broken, or about to be. */
        OBJECTIVE,
        /** Another plan is cheaper by more than the move costs. */
        CHEAPER
    }

    Instant at();

    Reason reason();

    /** In a sentence for a person. */
    String why();

    /** Measured requests per second of each source; empty if they are not known. */
    Map<String, Double> requestsPerSecond();

    /** What the running plan costs at present prices, US dollars per hour; NaN if it is not known. */
    double usdPerHour();

    /** Treats each case. */
    <T> T fold(Function<Hold, T> hold, Function<Move, T> move);

    /** Leave it as it is. */
    record Hold(Instant at, Reason reason, String why, Map<String, Double> requestsPerSecond, double usdPerHour)
            implements Decision {
        @Override
        public <T> T fold(Function<Hold, T> hold, Function<Move, T> move) {
            return hold.apply(this);
        }
    }

    /**
     * Take another plan.
     *
     * @param plan the other one
     * @param inputs that it was made of
     */
    record Move(
            Instant at,
            Reason reason,
            String why,
            Map<String, Double> requestsPerSecond,
            double usdPerHour,
            Plan plan,
            PlanningInputs inputs)
            implements Decision {
        @Override
        public <T> T fold(Function<Hold, T> hold, Function<Move, T> move) {
            return move.apply(this);
        }
    }
}
