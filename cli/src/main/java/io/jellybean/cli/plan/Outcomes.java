package io.jellybean.cli.plan;

import io.jellybean.planner.PlanningOutcome;

/** What a command says and returns when there is no plan. */
public final class Outcomes {

    private static final int INFEASIBLE = 2;
    private static final int UNDECIDED = 3;

    private Outcomes() {}

    /** The case in a word. */
    public static String word(PlanningOutcome outcome) {
        return outcome.fold(planned -> "planned", infeasible -> "infeasible", undecided -> "undecided");
    }

    /** Says why there is no plan; the exit status. */
    public static int report(PlanningOutcome.Infeasible infeasible) {
        System.err.println("jellybean: no plan can meet the objective:");
        infeasible.reasons().forEach(reason -> System.err.println("  " + reason));
        return INFEASIBLE;
    }

    /** Says why it is not known whether there is a plan; the exit status. */
    public static int report(PlanningOutcome.Undecided undecided) {
        System.err.println("jellybean: " + undecided.reason());
        return UNDECIDED;
    }
}
