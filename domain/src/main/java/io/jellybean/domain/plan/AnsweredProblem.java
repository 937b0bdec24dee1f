package io.jellybean.domain.plan;

import io.jellybean.domain.problem.PlanningProblem;

/** A plan with the very problem that it answers, so that it can be checked and explained by itself. */
public record AnsweredProblem(PlanningProblem problem, Plan plan) {}
