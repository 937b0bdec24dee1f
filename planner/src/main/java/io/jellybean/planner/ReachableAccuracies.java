package io.jellybean.planner;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The accuracies of one workflow that some combination of existing variants has.
 *
 * @param values in the unit of the problem's table
 */
public record ReachableAccuracies(NavigableSet<Double> values) {

    /**
     * Of a problem.
     *
     * @param workflow the index of its accuracy target
     */
    public static ReachableAccuracies of(PlanningProblem problem, int workflow) {
        AccuracyTarget accuracy = problem.accuracies().get(workflow);
        return new ReachableAccuracies(accuracy.table().stream()
                .filter(row -> exists(problem, accuracy, row))
                .map(AccuracyTarget.Row::value)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The least that is greater. */
    public Optional<Double> above(double accuracy) {
        return Optional.ofNullable(values.higher(accuracy));
    }

    /** The greatest that is less. */
    public Optional<Double> below(double accuracy) {
        return Optional.ofNullable(values.lower(accuracy));
    }

    private static boolean exists(PlanningProblem problem, AccuracyTarget accuracy, AccuracyTarget.Row row) {
        for (int i = 0; i < accuracy.operators().size(); i++) {
            String operator = accuracy.operators().get(i);
            String variant = row.variants().get(i);
            if (problem.operators().stream()
                    .filter(candidate -> candidate.id().equals(operator))
                    .map(ProblemOperator::variants)
                    .noneMatch(variants -> variants.contains(variant))) {
                return false;
            }
        }
        return true;
    }
}
