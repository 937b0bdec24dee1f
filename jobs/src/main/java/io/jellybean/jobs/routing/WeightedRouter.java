package io.jellybean.jobs.routing;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Sends each record to one of several side outputs, in proportion to the weights of the plan.
 *
 * @param <T> the type of the records
 */
public final class WeightedRouter<T> extends ProcessFunction<T, T> {

    private final List<OutputTag<T>> targets;
    private final List<Double> weights;
    private transient @Nullable SmoothWeightedRoundRobin turns;

    /**
     * @param targets one side output for each vertex that takes a share
     * @param weights of the targets, in their order, each > 0; only their proportions count
     */
    public WeightedRouter(List<OutputTag<T>> targets, List<Double> weights) {
        if (targets.size() != weights.size() || targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "every target needs a weight, but there were %s and %s".formatted(targets, weights));
        }
        this.targets = List.copyOf(targets);
        this.weights = List.copyOf(weights);
    }

    @Override
    public void open(OpenContext context) {
        turns = new SmoothWeightedRoundRobin(weights);
    }

    @Override
    public void processElement(T record, Context context, Collector<T> out) {
        context.output(targets.get(java.util.Objects.requireNonNull(turns).next()), record);
    }
}
