package io.jellybean.planner.explain;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.ReachableAccuracies;
import io.jellybean.planner.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains a plan by planning again with one thing changed at a time. */
public final class Explainer {

    /** One step in rate or latency. */
    private static final double STEP = 0.1;

    /** Relative; plans nearer than that cost the same. */
    private static final double SAME_COST = 1e-6;

    private final Planner planner;
    private final PlanningProblem problem;
    private final Plan plan;

    /**
     * @param planner answers the changed problems
     */
    public Explainer(Planner planner, AnsweredProblem answered) {
        this.planner = planner;
        this.problem = answered.problem();
        this.plan = answered.plan();
    }

    /** How many problems {@link #explain} will plan. */
    public int questions() {
        int variants = problem.operators().stream()
                .mapToInt(operator -> operator.variants().size() - 1)
                .sum();
        return variants + rules().size() + steps().size();
    }

    /**
     * Explains.
     *
     * @param answered told after each problem
     */
    public Explanation explain(Runnable answered) {
        Map<String, List<WhatIf>> otherVariants = new LinkedHashMap<>();
        for (ProblemOperator operator : problem.operators()) {
            List<WhatIf> others = new ArrayList<>();
            for (String variant : operator.variants()) {
                if (!variant.equals(plan.variantByOperator().get(operator.id()))) {
                    others.add(ask(variant, new ChangedProblem(problem).withVariant(operator.id(), variant), answered));
                }
            }
            otherVariants.put(operator.id(), others);
        }
        List<WhatIf> withoutRules = rules().entrySet().stream()
                .map(rule -> ask(rule.getKey(), new ChangedProblem(rule.getValue()), answered))
                .filter(this::isCheaper)
                .sorted(Comparator.comparingDouble(Explainer::cost))
                .toList();
        List<WhatIf> steps = steps().entrySet().stream()
                .map(step -> ask(step.getKey(), step.getValue(), answered))
                .toList();
        return new Explanation(plan, otherVariants, withoutRules, steps);
    }

    /** The problem without each rule, and with more of each group of which the plan takes every worker. */
    private Map<String, PlanningProblem> rules() {
        Map<String, PlanningProblem> rules = new LinkedHashMap<>();
        Rule.of(problem).forEach(rule -> rules.put(rule.text(), rule.without()));
        for (GroupId group :
                plan.groups().stream().map(UsedGroup::group).distinct().toList()) {
            long available = problem.workers().stream()
                    .filter(worker -> worker.type().equals(group.type())
                            && problem.tierName(worker.tier()).equals(group.tier()))
                    .count();
            int used = plan.groups().stream()
                    .filter(entry -> entry.group().equals(group))
                    .mapToInt(UsedGroup::workers)
                    .sum();
            if (used == available) {
                rules.put(
                        "%s has %d %s".formatted(group, used, used == 1 ? "worker" : "workers"),
                        new ChangedProblem(problem).withMoreWorkers(group, used).problem());
            }
        }
        return rules;
    }

    private Map<String, ChangedProblem> steps() {
        ChangedProblem unchanged = new ChangedProblem(problem);
        Map<String, ChangedProblem> steps = new LinkedHashMap<>();
        for (int workflow = 0; workflow < problem.accuracies().size(); workflow++) {
            ReachableAccuracies reachable = ReachableAccuracies.of(problem, workflow);
            int which = workflow;
            String least = problem.accuracies().get(workflow).label() + " at least ";
            double reached = plan.accuracies().get(workflow);
            reachable
                    .above(reached)
                    .ifPresent(more -> steps.put(least + more, unchanged.withAccuracyTarget(which, more)));
            reachable
                    .below(problem.accuracies().get(workflow).target())
                    .ifPresent(less -> steps.put(least + less, unchanged.withAccuracyTarget(which, less)));
        }
        steps.put("rates + 10 %", unchanged.withRatesTimes(1 + STEP));
        steps.put("rates - 10 %", unchanged.withRatesTimes(1 - STEP));
        if (!problem.latencyLimits().isEmpty()) {
            steps.put("latency limits + 10 %", unchanged.withLatencyLimitsTimes(1 + STEP));
            steps.put("latency limits - 10 %", unchanged.withLatencyLimitsTimes(1 - STEP));
        }
        return steps;
    }

    private WhatIf ask(String change, ChangedProblem changed, Runnable answered) {
        WhatIf answer = WhatIf.of(change, planner.plan(changed.problem()));
        answered.run();
        return answer;
    }

    private boolean isCheaper(WhatIf without) {
        return cost(without) < plan.cost().total() * (1 - SAME_COST);
    }

    private static double cost(WhatIf whatIf) {
        Plan other = whatIf.plan();
        return other == null ? Double.POSITIVE_INFINITY : other.cost().total();
    }
}
