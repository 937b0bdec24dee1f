package io.jellybean.jobs.routing;

import java.util.List;

/**
 * Chooses among targets in proportion to their weights and as evenly in time as can be: in every run of calls the
 * number of times a target was chosen differs by less than the number of targets from its exact share.
 *
 * <p>Each call adds every target's weight to its credit, takes the target with the greatest credit and charges it the
 * sum of all weights. Not thread-safe.
 */
final class SmoothWeightedRoundRobin {

    private final double[] weights;
    private final double[] credits;
    private final double total;

    /**
     * @param weights at least one, each > 0
     */
    SmoothWeightedRoundRobin(List<Double> weights) {
        for (double weight : weights) {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be finite and > 0, but were " + weights);
            }
        }
        this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
        this.credits = new double[this.weights.length];
        this.total = weights.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The index of the next target. */
    int next() {
        int chosen = 0;
        for (int target = 0; target < weights.length; target++) {
            credits[target] += weights[target];
            if (credits[target] > credits[chosen]) {
                chosen = target;
            }
        }
        credits[chosen] -= total;
        return chosen;
    }
}
