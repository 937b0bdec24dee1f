package io.jellybean.planner.solver;

import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import java.util.List;

/** Copies of a problem in which one part is another. */
record ChangedProblem(PlanningProblem original) {

    PlanningProblem withLinks(List<TierLink> links) {
        return copy(links, original.workers(), original.operators(), original.serviceTimes());
    }

    PlanningProblem withWorkers(List<Worker> workers) {
        return copy(original.links(), workers, original.operators(), original.serviceTimes());
    }

    PlanningProblem withServiceTimes(List<ServiceMillis> serviceTimes) {
        return copy(original.links(), original.workers(), original.operators(), serviceTimes);
    }

    /** With an operator in place of the one of the same id. */
    PlanningProblem with(ProblemOperator changed) {
        List<ProblemOperator> operators = original.operators().stream()
                .map(operator -> operator.id().equals(changed.id()) ? changed : operator)
                .toList();
        return copy(original.links(), original.workers(), operators, original.serviceTimes());
    }

    PlanningProblem with(List<AccuracyTarget> accuracies) {
        return copy(
                original.links(),
                original.workers(),
                original.operators(),
                original.serviceTimes(),
                accuracies,
                original.latencyLimits());
    }

    PlanningProblem withoutLatencyLimits() {
        return copy(
                original.links(),
                original.workers(),
                original.operators(),
                original.serviceTimes(),
                original.accuracies(),
                List.of());
    }

    private PlanningProblem copy(
            List<TierLink> links,
            List<Worker> workers,
            List<ProblemOperator> operators,
            List<ServiceMillis> serviceTimes) {
        return copy(links, workers, operators, serviceTimes, original.accuracies(), original.latencyLimits());
    }

    private PlanningProblem copy(
            List<TierLink> links,
            List<Worker> workers,
            List<ProblemOperator> operators,
            List<ServiceMillis> serviceTimes,
            List<AccuracyTarget> accuracies,
            List<LatencyLimit> latencyLimits) {
        return new PlanningProblem(
                original.name(),
                original.description(),
                original.tiers(),
                links,
                workers,
                original.sources(),
                operators,
                original.channels(),
                serviceTimes,
                accuracies,
                original.policy(),
                latencyLimits);
    }
}
