package io.jellybean.planner.check;

import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks plans against problems, rule by rule as the exchange format states them, and prices them. */
public final class PlanChecker {

    private PlanChecker() {}

    /** Checks one plan. */
    public static CheckedPlan check(PlanningProblem problem, Plan plan) {
        List<String> violations = new ArrayList<>(answersTheProblem(problem, plan));
        if (!violations.isEmpty()) {
            return new CheckedPlan(violations, Double.NaN, Double.NaN, Double.NaN);
        }
        violations.addAll(reachesTheAccuracy(problem, plan));
        PlannedProblem planned = PlannedProblem.of(problem, plan);
        LoadCheck loads = new LoadCheck(planned);
        violations.addAll(loads.violations());
        FlowCheck flows = new FlowCheck(planned);
        violations.addAll(flows.violations());
        LatencyCheck latency = new LatencyCheck(planned);
        violations.addAll(latency.violations());
        violations.addAll(saysItsTrueCost(plan, loads.computeUsdPerHour(), flows.usdPerHour()));
        return new CheckedPlan(violations, loads.computeUsdPerHour(), flows.usdPerHour(), latency.greatestMs());
    }

    private static List<String> answersTheProblem(PlanningProblem problem, Plan plan) {
        List<String> violations = new ArrayList<>();
        if (!plan.inputsSha256().equals(ProblemFile.sha256(problem))) {
            violations.add("the plan is for another problem: its inputsSha256 differs");
        }
        Set<String> operators = new TreeSet<>();
        problem.operators().forEach(operator -> operators.add(operator.id()));
        if (!operators.equals(plan.variantByOperator().keySet())) {
            violations.add("the plan is for operators %s, but the problem has %s"
                    .formatted(plan.variantByOperator().keySet(), operators));
        }
        for (ProblemOperator operator : problem.operators()) {
            String variant = plan.variantByOperator().get(operator.id());
            if (variant != null && !operator.variants().contains(variant)) {
                violations.add("operator %s has no variant %s".formatted(operator.id(), variant));
            }
        }
        return violations;
    }

    private static List<String> reachesTheAccuracy(PlanningProblem problem, Plan plan) {
        List<String> violations = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        for (AccuracyTarget accuracy : problem.accuracies()) {
            List<String> chosen = accuracy.operators().stream()
                    .map(operator -> plan.variantByOperator().getOrDefault(operator, ""))
                    .toList();
            double value = accuracy.table().stream()
                    .filter(row -> row.variants().equals(chosen))
                    .mapToDouble(AccuracyTarget.Row::value)
                    .findFirst()
                    .orElse(Double.NaN);
            reached.add(value);
            if (!(value >= accuracy.target())) {
                violations.add(
                        "accuracy of %s is %s, but the target is %s".formatted(chosen, value, accuracy.target()));
            }
        }
        if (!reached.equals(plan.accuracies())) {
            violations.add("the plan says accuracies %s, but they are %s".formatted(plan.accuracies(), reached));
        }
        return violations;
    }

    private static List<String> saysItsTrueCost(Plan plan, double computeUsdPerHour, double linksUsdPerHour) {
        List<String> violations = new ArrayList<>();
        if (Tolerance.differ(plan.cost().computeUsdPerHour(), computeUsdPerHour)) {
            violations.add("the plan says compute costs %s $/h, but it is %s"
                    .formatted(plan.cost().computeUsdPerHour(), computeUsdPerHour));
        }
        if (Tolerance.differ(plan.cost().linksUsdPerHour(), linksUsdPerHour)) {
            violations.add("the plan says links cost %s $/h, but it is %s"
                    .formatted(plan.cost().linksUsdPerHour(), linksUsdPerHour));
        }
        if (plan.solver().boundUsdPerHour() > plan.cost().total() * (1 + Tolerance.RELATIVE)) {
            violations.add("the plan is cheaper than its own bound %s"
                    .formatted(plan.solver().boundUsdPerHour()));
        }
        return violations;
    }
}
