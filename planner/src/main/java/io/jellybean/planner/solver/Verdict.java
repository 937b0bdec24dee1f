package io.jellybean.planner.solver;

/**
 * How a solve ended.
 *
 * @param bound no solution has a smaller objective
 */
record Verdict(Kind kind, double bound) {
    enum Kind {
        /** There is a solution. */
        SOLVED,
        /** It is proven that there is none. */
        NO_SOLUTION,
        /** The time was over, or numbers went wrong. */
        UNKNOWN
    }
}
