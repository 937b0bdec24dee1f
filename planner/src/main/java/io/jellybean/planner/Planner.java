package io.jellybean.planner;

import io.jellybean.domain.problem.PlanningProblem;

/** Answers planning problems; the same problem gets the same answer. Thread-safe. */
public interface Planner {

    /** Plans; what cannot be planned is an outcome, not an exception. */
    PlanningOutcome plan(PlanningProblem problem);
}
