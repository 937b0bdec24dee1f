package io.jellybean.planner.baseline;

import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.PlanningOutcome;

/** Answers to a part of a problem as answers to the whole of it. */
final class Answers {

    private Answers() {}

    /** The same outcome; a plan of a part is one of the whole, but what is proven is about the part alone. */
    static PlanningOutcome to(PlanningProblem whole, PlanningOutcome ofAPart) {
        return ofAPart.fold(
                planned -> new PlanningOutcome.Planned(planned.plan().withInputsSha256(ProblemFile.sha256(whole))),
                infeasible -> infeasible,
                undecided -> undecided);
    }
}
