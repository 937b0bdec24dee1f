package io.jellybean.planner.solver;

/** How far the load of an operator may be spread. */
enum Spread {
    /** Over all workers that the problem allows. */
    ANYWHERE,
    /** Over workers of one tier; another operator may have another. */
    ONE_TIER_PER_OPERATOR
}
