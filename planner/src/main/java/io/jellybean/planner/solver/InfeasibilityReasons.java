package io.jellybean.planner.solver;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why a problem has no plan: first what can be seen at a glance, then which single rule, if it were dropped, would help. */
final class InfeasibilityReasons {

    private final PlanningProblem problem;
    private final long deadlineNanos;

    InfeasibilityReasons(PlanningProblem problem, Duration timeLimit) {
        this.problem = problem;
        this.deadlineNanos = System.nanoTime() + timeLimit.toNanos();
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
            reasons.addAll(new SmallestChange(problem, this::hasPlan).sentences());
        }
        return reasons.isEmpty()
                ? List.of("several rules together leave no plan; changing any single one does not help")
                : reasons;
    }

    /** Within the time that is left for all changes together; a change that is not found out in time does not count. */
    private boolean hasPlan(PlanningProblem changed) {
        Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
        return !left.isNegative() && new Search(changed, new Budget(left), Spread.ANYWHERE).findsAny();
    }

    private List<String> accuracyOutOfReach() {
        List<String> reasons = new ArrayList<>();
        for (AccuracyTarget accuracy : problem.accuracies()) {
            OptionalDouble best = accuracy.table().stream()
                    .filter(row -> Combinations.exists(problem, accuracy, row))
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
            Instance best = instances.stream()
                    .max(Comparator.comparingDouble(instance -> greatestShare(instance, operator.id(), kind -> true)))
                    .orElseThrow();
            double servedShare = greatestShare(best, operator.id(), kind -> true);
            if (servedShare == 0) {
                reasons.add("capacity: %s has no service time on any worker for any variant that is accurate enough"
                        .formatted(operator.id()));
            } else if (servedShare < 1) {
                double rate = best.rate(operator.id());
                String byTier = problem.tiers().stream()
                        .map(tier -> format(
                                "%s %.1f",
                                tier.name(),
                                rate * greatestShare(best, operator.id(), kind -> kind.tier() == tier.index())))
                        .collect(Collectors.joining(", "));
                reasons.add(format(
                        "capacity: %s needs %.1f requests per second, but with all workers for itself and its fastest variant it would lack %.1f (%s)",
                        operator.id(), rate, rate * (1 - servedShare), byTier));
            }
        }
        return reasons;
    }

    private static double greatestShare(Instance instance, String operator, Predicate<WorkerKind> where) {
        double maxUtilisation = instance.problem().policy().maxUtilisation();
        return instance.optionsOf(operator).stream()
                .filter(option -> where.test(option.kind()))
                .mapToDouble(
                        option -> option.kind().count() * option.kind().slots() * maxUtilisation / option.busySlots())
                .sum();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
