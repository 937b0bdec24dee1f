package io.jellybean.planner.explain;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.ReachableAccuracies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What accuracy and rate cost: one plan per point. */
public final class Frontier {

    private static final double LEAST_RATE_FACTOR = 0.5;
    private static final double RATE_FACTOR_STEP = 0.1;
    /** How many rates {@link #ofRates} asks for. */
    public static final int RATE_FACTORS = 16;

    private final Planner planner;
    private final PlanningProblem problem;

    public Frontier(Planner planner, PlanningProblem problem) {
        this.planner = planner;
        this.problem = problem;
    }

    /**
     * A point of the frontier.
     *
     * @param value the accuracy that is asked for, or the factor on all rates
     * @param answer the plan of it, or why there is none
     */
    public record Point(double value, WhatIf answer) {}

    /**
     * The cheapest plan for every accuracy of a workflow that can be reached, in ascending order. A plan that is more accurate
     * than was asked for is the answer to all targets up to its accuracy, so each plan stands once, and the last point is the
     * greatest accuracy that has a plan, or the first that has none.
     *
     * @param workflow the index of its accuracy target
     * @param answered told of each point
     */
    public List<Point> ofAccuracy(int workflow, Consumer<Point> answered) {
        ReachableAccuracies reachable = ReachableAccuracies.of(problem, workflow);
        List<Point> points = new ArrayList<>();
        Optional<Double> target = reachable.above(Double.NEGATIVE_INFINITY);
        while (target.isPresent()) {
            WhatIf answer = ask(
                    problem.accuracies().get(workflow).label() + " at least " + target.get(),
                    new ChangedProblem(problem).withAccuracyTarget(workflow, target.get()));
            Plan plan = answer.plan();
            double reached = plan == null ? target.get() : plan.accuracies().get(workflow);
            Point point = new Point(reached, answer);
            points.add(point);
            answered.accept(point);
            target = plan == null ? Optional.empty() : reachable.above(reached);
        }
        return points;
    }

    /**
     * The cheapest plan for every rate from half to double, in tenths.
     *
     * @param answered told of each point
     */
    public List<Point> ofRates(Consumer<Point> answered) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < RATE_FACTORS; i++) {
            double factor = Math.round(10 * (LEAST_RATE_FACTOR + i * RATE_FACTOR_STEP)) / 10.0;
            Point point =
                    new Point(factor, ask("rates x " + factor, new ChangedProblem(problem).withRatesTimes(factor)));
            points.add(point);
            answered.accept(point);
        }
        return points;
    }

    private WhatIf ask(String change, ChangedProblem changed) {
        return WhatIf.of(change, planner.plan(changed.problem()));
    }
}
