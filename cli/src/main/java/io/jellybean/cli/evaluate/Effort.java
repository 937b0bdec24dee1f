package io.jellybean.cli.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long variants worked in this run, and how long they would have, had every combination run by itself. */
final class Effort {

    private final Map<String, Double> secondsByVariant = new HashMap<>();
    private double spentSeconds;

    /** Does the work of a variant. */
    <T> T spend(String variant, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        spentSeconds += seconds;
        secondsByVariant.merge(variant, seconds, Double::sum);
        return result;
    }

    /** What was spent in this run. */
    double spentSeconds() {
        return spentSeconds;
    }

    /**
     * What would have been spent.
     *
     * @param runsByVariant in how many combinations a variant is
     */
    double withoutSharingSeconds(Map<String, Integer> runsByVariant) {
        return secondsByVariant.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * runsByVariant.getOrDefault(entry.getKey(), 1))
                .sum();
    }
}
