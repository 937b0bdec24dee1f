package io.jellybean.planner;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A problem of which parts are to be others: what if there were no bound, one tier less, twice the rate?
 *
 * @param problem with all changes so far
 */
public record ChangedProblem(PlanningProblem problem) {

    public ChangedProblem withLinks(List<TierLink> links) {
        return copy(
                links,
                problem.workers(),
                problem.sources(),
                problem.operators(),
                problem.serviceTimes(),
                problem.accuracies(),
                problem.latencyLimits());
    }

    /** With another bandwidth of a link; null: without bound. The round trip stays. */
    public ChangedProblem withMbps(TierLink link, @Nullable Double mbps) {
        TierLink other = new TierLink(link.fromTier(), link.toTier(), link.usdPerGb(), mbps, link.rttMs());
        return withLinks(problem.links().stream()
                .map(each -> each.equals(link) ? other : each)
                .toList());
    }

    public ChangedProblem withMaxUtilisation(double maxUtilisation) {
        Policy policy = problem.policy();
        return withPolicy(new Policy(policy.workerSharing(), maxUtilisation, policy.batchWaitMs()));
    }

    /** With so many more workers of a tier and type, as those that are there; a group must have one. */
    public ChangedProblem withMoreWorkers(GroupId group, int more) {
        Worker like = problem.workers().stream()
                .filter(worker -> worker.type().equals(group.type())
                        && problem.tierName(worker.tier()).equals(group.tier()))
                .findFirst()
                .orElseThrow();
        List<Worker> workers = new ArrayList<>(problem.workers());
        for (int i = 1; i <= more; i++) {
            workers.add(new Worker(
                    "%s (%d more)".formatted(like.id(), i), like.type(), like.tier(), like.usdPerHour(), like.slots()));
        }
        return withWorkers(workers);
    }

    public ChangedProblem withWorkers(List<Worker> workers) {
        return copy(
                problem.links(),
                workers,
                problem.sources(),
                problem.operators(),
                problem.serviceTimes(),
                problem.accuracies(),
                problem.latencyLimits());
    }

    /** With some of the workers only. */
    public ChangedProblem withWorkersThat(Predicate<Worker> stay) {
        return withWorkers(problem.workers().stream().filter(stay).toList());
    }

    public ChangedProblem withServiceTimes(List<ServiceMillis> serviceTimes) {
        return copy(
                problem.links(),
                problem.workers(),
                problem.sources(),
                problem.operators(),
                serviceTimes,
                problem.accuracies(),
                problem.latencyLimits());
    }

    /** With an operator in place of the one of the same id. */
    public ChangedProblem withOperator(ProblemOperator changed) {
        return copy(
                problem.links(),
                problem.workers(),
                problem.sources(),
                problem.operators().stream()
                        .map(operator -> operator.id().equals(changed.id()) ? changed : operator)
                        .toList(),
                problem.serviceTimes(),
                problem.accuracies(),
                problem.latencyLimits());
    }

    /** With one variant of an operator as its only choice. */
    public ChangedProblem withVariant(String operator, String variant) {
        ProblemOperator chosen = problem.operators().stream()
                .filter(candidate -> candidate.id().equals(operator))
                .findFirst()
                .orElseThrow();
        return withOperator(new ProblemOperator(operator, List.of(variant), chosen.stateful(), chosen.maxSlots()));
    }

    public ChangedProblem withAccuracies(List<AccuracyTarget> accuracies) {
        return copy(
                problem.links(),
                problem.workers(),
                problem.sources(),
                problem.operators(),
                problem.serviceTimes(),
                accuracies,
                problem.latencyLimits());
    }

    /** With another target for one workflow. */
    public ChangedProblem withAccuracyTarget(int workflow, double target) {
        List<AccuracyTarget> accuracies = new ArrayList<>(problem.accuracies());
        accuracies.set(workflow, accuracies.get(workflow).withTarget(target));
        return withAccuracies(accuracies);
    }

    /** With the rates of all sources multiplied. */
    public ChangedProblem withRatesTimes(double factor) {
        return copy(
                problem.links(),
                problem.workers(),
                problem.sources().stream()
                        .map(source -> new RequestSource(source.id(), source.tier(), factor * source.ratePerSecond()))
                        .toList(),
                problem.operators(),
                problem.serviceTimes(),
                problem.accuracies(),
                problem.latencyLimits());
    }

    public ChangedProblem withPolicy(Policy policy) {
        return new ChangedProblem(problem.withPolicy(policy));
    }

    public ChangedProblem withLatencyLimits(List<LatencyLimit> limits) {
        return copy(
                problem.links(),
                problem.workers(),
                problem.sources(),
                problem.operators(),
                problem.serviceTimes(),
                problem.accuracies(),
                limits);
    }

    public ChangedProblem withoutLatencyLimits() {
        return withLatencyLimits(List.of());
    }

    /** With all latency limits multiplied. */
    public ChangedProblem withLatencyLimitsTimes(double factor) {
        return withLatencyLimits(problem.latencyLimits().stream()
                .map(limit -> new LatencyLimit(limit.sink(), factor * limit.maxLatencyMs()))
                .toList());
    }

    private ChangedProblem copy(
            List<TierLink> links,
            List<Worker> workers,
            List<RequestSource> sources,
            List<ProblemOperator> operators,
            List<ServiceMillis> serviceTimes,
            List<AccuracyTarget> accuracies,
            List<LatencyLimit> latencyLimits) {
        return new ChangedProblem(new PlanningProblem(
                problem.name(),
                problem.description(),
                problem.tiers(),
                links,
                workers,
                sources,
                operators,
                problem.channels(),
                serviceTimes,
                accuracies,
                problem.policy(),
                latencyLimits,
                problem.operatorAccuracies()));
    }
}
