package io.jellybean.planner.solver;

/**
 * The unit of place between which flows are counted: a whole tier, or, where latency is bounded, a worker group, because
 * then it matters which path a request takes.
 *
 * @param tier index of the tier
 * @param type of the workers; empty for a whole tier or a source
 */
record Site(int tier, String type) {

    static Site ofTier(int tier) {
        return new Site(tier, "");
    }
}
