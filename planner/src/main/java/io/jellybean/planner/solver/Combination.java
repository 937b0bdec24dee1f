package io.jellybean.planner.solver;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One variant for every operator.
 *
 * @param accuracies what it reaches, one per workflow
 */
record Combination(Map<String, String> variantByOperator, List<Double> accuracies) {
    Combination {
        variantByOperator = Collections.unmodifiableMap(new TreeMap<>(variantByOperator));
        accuracies = List.copyOf(accuracies);
    }

    String variant(String operator) {
        String variant = variantByOperator.get(operator);
        if (variant == null) {
            throw new IllegalArgumentException("no variant of \"%s\" was chosen".formatted(operator));
        }
        return variant;
    }

    /** For ties between plans of one price. */
    double totalAccuracy() {
        return accuracies.stream().mapToDouble(Double::doubleValue).sum();
    }
}
