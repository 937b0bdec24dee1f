package io.jellybean.planner.solver;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The combinations of variants that a problem allows. */
final class Combinations {

    private Combinations() {}

    /** Those that reach all targets. */
    static List<Combination> eligible(PlanningProblem problem) {
        List<Partial> partials = List.of(new Partial(Map.of(), List.of()));
        for (AccuracyTarget accuracy : problem.accuracies()) {
            partials = extend(problem, partials, accuracy, row -> row.value() >= accuracy.target());
        }
        for (ProblemOperator operator : problem.operators()) {
            partials = extendByFreeChoice(partials, operator);
        }
        return partials.stream()
                .map(partial -> new Combination(partial.variantByOperator, partial.accuracies))
                .toList();
    }

    private record Partial(Map<String, String> variantByOperator, List<Double> accuracies) {}

    private static List<Partial> extend(
            PlanningProblem problem,
            List<Partial> partials,
            AccuracyTarget accuracy,
            Predicate<AccuracyTarget.Row> reaches) {
        List<Partial> extended = new ArrayList<>();
        for (Partial partial : partials) {
            accuracy.table().stream().filter(reaches).forEach(row -> {
                Map<String, String> variants = new TreeMap<>(partial.variantByOperator);
                boolean agrees = true;
                for (int i = 0; i < accuracy.operators().size(); i++) {
                    String operator = accuracy.operators().get(i);
                    String variant = row.variants().get(i);
                    String before = variants.put(operator, variant);
                    agrees &= exists(problem, operator, variant) && (before == null || before.equals(variant));
                }
                if (agrees) {
                    List<Double> accuracies = new ArrayList<>(partial.accuracies);
                    accuracies.add(row.value());
                    extended.add(new Partial(variants, accuracies));
                }
            });
        }
        return extended;
    }

    /** An operator that no accuracy table names may take any of its variants. */
    private static List<Partial> extendByFreeChoice(List<Partial> partials, ProblemOperator operator) {
        return partials.stream()
                .flatMap(partial -> partial.variantByOperator.containsKey(operator.id())
                        ? Stream.of(partial)
                        : operator.variants().stream().map(variant -> {
                            Map<String, String> variants = new TreeMap<>(partial.variantByOperator);
                            variants.put(operator.id(), variant);
                            return new Partial(variants, partial.accuracies);
                        }))
                .toList();
    }

    /** Whether the problem's operators have the variants of a row. */
    static boolean exists(PlanningProblem problem, AccuracyTarget accuracy, AccuracyTarget.Row row) {
        for (int i = 0; i < accuracy.operators().size(); i++) {
            if (!exists(problem, accuracy.operators().get(i), row.variants().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean exists(PlanningProblem problem, String operator, String variant) {
        return problem.operators().stream()
                .anyMatch(candidate ->
                        candidate.id().equals(operator) && candidate.variants().contains(variant));
    }
}
