package io.jellybean.cli.demo;

import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of watching a job.
 *
 * @param why the last decision, in a sentence
 * @param at when it was decided
 * @param before the plan that ran first
 * @param after the plan that ran then; null if the job was not moved
 * @param problem that it answers
 */
record Replanned(
        String why,
        Instant at,
        Plan before,
        @Nullable Plan after,
        @Nullable PlanningProblem problem) {}
