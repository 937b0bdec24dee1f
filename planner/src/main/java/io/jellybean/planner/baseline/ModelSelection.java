package io.jellybean.planner.baseline;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.OperatorAccuracy;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.ServiceMillis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first step of the authors' method: a beam search over variants, from the sink to the sources. Each sample of a variant
 * that reaches the accuracy that is required of its operator requires accuracies of the inputs in turn. The partial choices of
 * the least weighted cost stay in the beam. A problem without accuracies of single operators is searched in its end-to-end
 * table, by mean service time.
 */
final class ModelSelection {

    private static final int BEST_K = 10;

    private final PlanningProblem problem;

    private record Partial(Map<String, String> variants, Map<String, Double> required, double cost) {

        double required(String operator) {
            return required.getOrDefault(operator, Double.NEGATIVE_INFINITY);
        }

        /** The requirements, least first, so that equally dear choices have an order. */
        List<Double> sortedRequirements() {
            return required.values().stream().sorted().toList();
        }
    }

    ModelSelection(PlanningProblem problem) {
        this.problem = problem;
    }

    /** Complete choices of variants, the cheapest first, at most {@value #BEST_K}, each once. */
    List<Map<String, String>> candidates() {
        return problem.operatorAccuracies().isEmpty() ? fromTheTable() : fromTheBeam();
    }

    private List<Map<String, String>> fromTheBeam() {
        List<ProblemOperator> fromSink = new ArrayList<>(problem.operatorsInOrder());
        Collections.reverse(fromSink);
        Map<String, Double> target =
                Map.of(fromSink.get(0).id(), problem.accuracies().get(0).target());
        List<Partial> beam = List.of(new Partial(Map.of(), target, 0));
        for (ProblemOperator operator : fromSink) {
            beam = beam.stream()
                    .flatMap(partial -> extend(partial, accuracyOf(operator)).stream())
                    .sorted(Comparator.comparingDouble(Partial::cost)
                            .thenComparing(Partial::sortedRequirements, ModelSelection::compare))
                    .limit(BEST_K)
                    .toList();
        }
        return beam.stream().map(Partial::variants).distinct().toList();
    }

    private static List<Partial> extend(Partial partial, OperatorAccuracy operator) {
        List<Partial> extended = new ArrayList<>();
        for (OperatorAccuracy.Variant variant : operator.variants()) {
            for (OperatorAccuracy.Sample sample : variant.samples()) {
                if (sample.output() >= partial.required(operator.operator())) {
                    Map<String, Double> required = new HashMap<>(partial.required());
                    for (int i = 0; i < operator.inputs().size(); i++) {
                        required.merge(operator.inputs().get(i), sample.inputs().get(i), Math::max);
                    }
                    Map<String, String> variants = new TreeMap<>(partial.variants());
                    variants.put(operator.operator(), variant.variant());
                    extended.add(new Partial(variants, required, partial.cost() + operator.weight() * variant.cost()));
                }
            }
        }
        return extended;
    }

    /** An operator without a profile has no say in the accuracy. */
    private OperatorAccuracy accuracyOf(ProblemOperator operator) {
        return problem.operatorAccuracies().stream()
                .filter(accuracy -> accuracy.operator().equals(operator.id()))
                .findFirst()
                .orElseGet(() -> new OperatorAccuracy(
                        operator.id(),
                        List.of(),
                        1,
                        operator.variants().stream()
                                .map(variant -> new OperatorAccuracy.Variant(
                                        variant,
                                        meanMs(operator.id(), variant),
                                        List.of(new OperatorAccuracy.Sample(List.of(), Double.POSITIVE_INFINITY))))
                                .toList()));
    }

    private List<Map<String, String>> fromTheTable() {
        AccuracyTarget accuracy = problem.accuracies().get(0);
        return accuracy.table().stream()
                .filter(row -> row.value() >= accuracy.target())
                .map(row -> variants(accuracy, row))
                .sorted(Comparator.comparingDouble(this::totalMs))
                .limit(BEST_K)
                .toList();
    }

    private Map<String, String> variants(AccuracyTarget accuracy, AccuracyTarget.Row row) {
        Map<String, String> variants = new TreeMap<>();
        problem.operators()
                .forEach(operator ->
                        variants.put(operator.id(), operator.variants().get(0)));
        for (int i = 0; i < accuracy.operators().size(); i++) {
            variants.put(accuracy.operators().get(i), row.variants().get(i));
        }
        return variants;
    }

    private double totalMs(Map<String, String> variants) {
        return variants.entrySet().stream()
                .mapToDouble(entry -> meanMs(entry.getKey(), entry.getValue()))
                .sum();
    }

    private double meanMs(String operator, String variant) {
        return problem.serviceTimes().stream()
                .filter(row -> row.operator().equals(operator) && row.variant().equals(variant))
                .mapToDouble(ServiceMillis::ms)
                .average()
                .orElse(0);
    }

    private static int compare(List<Double> one, List<Double> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = Double.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
