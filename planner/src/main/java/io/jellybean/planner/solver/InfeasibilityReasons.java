package io.jellybean.planner.solver;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Why a problem has no plan: first what can be seen at a glance, then which single rule, if it were dropped, would help. */
final class InfeasibilityReasons {

    private final PlanningProblem problem;
    private final Duration timeLimit;

    InfeasibilityReasons(PlanningProblem problem, Duration timeLimit) {
        this.problem = problem;
        this.timeLimit = timeLimit;
    }

    List<String> reasons() {
        List<Combination> combinations = Combinations.eligible(problem);
        List<String> reasons = new ArrayList<>();
        if (combinations.isEmpty()) {
            reasons.addAll(accuracyOutOfReach());
        } else {
            List<WorkerKind> kinds = WorkerKind.of(problem);
            reasons.addAll(operatorsWithoutCapacity(combinations.stream()
                    .map(combination -> Instance.of(problem, combination, kinds, Spread.ANYWHERE))
                    .toList()));
            for (Relaxation relaxation : Relaxation.of(problem)) {
                if (new Search(relaxation.problem(), timeLimit, Spread.ANYWHERE).findsAny()) {
                    reasons.add(relaxation.reason());
                }
            }
        }
        return reasons.isEmpty()
                ? List.of("several rules together leave no plan; dropping any single one does not help")
                : reasons;
    }

    private List<String> accuracyOutOfReach() {
        List<String> reasons = new ArrayList<>();
        for (AccuracyTarget accuracy : problem.accuracies()) {
            OptionalDouble best = accuracy.table().stream()
                    .mapToDouble(AccuracyTarget.Row::value)
                    .max();
            if (best.isEmpty()) {
                reasons.add("accuracy: the table lists no combination of variants of " + accuracy.operators());
            } else if (best.getAsDouble() < accuracy.target()) {
                reasons.add("accuracy: the target is %s, but the best combination of variants of %s reaches %s"
                        .formatted(accuracy.target(), accuracy.operators(), best.getAsDouble()));
            }
        }
        return reasons.isEmpty()
                ? List.of("accuracy: no combination of existing variants reaches the targets of all workflows at once")
                : reasons;
    }

    /** Operators that would not fit even if they had all workers for themselves, whatever the variants. */
    private List<String> operatorsWithoutCapacity(List<Instance> instances) {
        List<String> reasons = new ArrayList<>();
        for (ProblemOperator operator : problem.operators()) {
            double servedShare = instances.stream()
                    .mapToDouble(instance -> greatestShare(instance, operator.id()))
                    .max()
                    .orElse(0);
            if (servedShare == 0) {
                reasons.add("capacity: %s has no service time on any worker for any variant that is accurate enough"
                        .formatted(operator.id()));
            } else if (servedShare < 1) {
                reasons.add("capacity: all workers together serve %.1f %% of what %s needs, with the fastest variant"
                        .formatted(100 * servedShare, operator.id()));
            }
        }
        return reasons;
    }

    private static double greatestShare(Instance instance, String operator) {
        double maxUtilisation = instance.problem().policy().maxUtilisation();
        return instance.optionsOf(operator).stream()
                .mapToDouble(
                        option -> option.kind().count() * option.kind().slots() * maxUtilisation / option.busySlots())
                .sum();
    }
}
