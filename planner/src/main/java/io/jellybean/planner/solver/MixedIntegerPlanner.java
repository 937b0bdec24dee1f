package io.jellybean.planner.solver;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.check.PlanChecker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Plans by one mixed-integer program per combination of variants, solved to the optimum with CBC. Every plan is checked
 * by {@link PlanChecker} before it is given out. A problem with a time limit that is not reached gets the same answer
 * every time.
 */
public final class MixedIntegerPlanner implements Planner {

    /** Enough for all published problems a hundred times over. */
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(1);

    private final Duration timeLimit;
    private final Spread spread;
    private final boolean givesReasons;

    private MixedIntegerPlanner(Duration timeLimit, Spread spread, boolean givesReasons) {
        this.timeLimit = timeLimit;
        this.spread = spread;
        this.givesReasons = givesReasons;
    }

    /** With {@link #DEFAULT_TIME_LIMIT}. */
    public static MixedIntegerPlanner withDefaults() {
        return withTimeLimit(DEFAULT_TIME_LIMIT);
    }

    /** When the time is over, the best plan so far is the answer, and its gap says how good it is. */
    public static MixedIntegerPlanner withTimeLimit(Duration timeLimit) {
        return new MixedIntegerPlanner(timeLimit, Spread.ANYWHERE, true);
    }

    /** The same, but each operator stays in one tier: what one does who does not split load over tiers. */
    public MixedIntegerPlanner withOneTierPerOperator() {
        return new MixedIntegerPlanner(timeLimit, Spread.ONE_TIER_PER_OPERATOR, givesReasons);
    }

    /** The same, but it does not look for reasons where there is no plan, which takes longer than to plan. */
    public MixedIntegerPlanner withoutReasons() {
        return new MixedIntegerPlanner(timeLimit, spread, false);
    }

    /** How long it searches at most for one plan. */
    public Duration timeLimit() {
        return timeLimit;
    }

    @Override
    public PlanningOutcome plan(PlanningProblem problem) {
        Search search = new Search(problem, new Budget(timeLimit), spread);
        Optional<Plan> plan = search.best();
        if (plan.isPresent()) {
            return new PlanningOutcome.Planned(checked(problem, plan.get()));
        }
        if (search.isComplete()) {
            return new PlanningOutcome.Infeasible(
                    givesReasons
                            ? new InfeasibilityReasons(problem, timeLimit).reasons()
                            : List.of("there is no plan of " + problem.name()));
        }
        return new PlanningOutcome.Undecided(
                "no plan of %s was found in %s, nor is it proven that there is none. Maybe give it more time"
                        .formatted(problem.name(), timeLimit));
    }

    /** A plan that breaks a rule is a mistake of this package, never an answer. */
    private static Plan checked(PlanningProblem problem, Plan plan) {
        List<String> violations = PlanChecker.check(problem, plan).violations();
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "the plan of %s breaks rules: %s".formatted(problem.name(), String.join("; ", violations)));
        }
        return plan;
    }
}
