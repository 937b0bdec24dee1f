package io.jellybean.planner.explain;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import io.jellybean.planner.ChangedProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem without one of its rules. A rule binds if the problem has a cheaper plan without it.
 *
 * @param rule what is dropped, with its value
 */
record DroppedRule(String rule, PlanningProblem problem) {

    /** All rules that could make the plan dearer than it would be. */
    static List<DroppedRule> of(PlanningProblem problem, Plan plan) {
        List<DroppedRule> dropped = new ArrayList<>();
        dropped.addAll(accuracyTargets(problem));
        if (!problem.latencyLimits().isEmpty()) {
            dropped.add(new DroppedRule("the latency limits", new ChangedProblem(problem).withoutLatencyLimits()));
        }
        dropped.addAll(bandwidths(problem));
        dropped.addAll(exhaustedGroups(problem, plan));
        dropped.addAll(operatorRules(problem));
        dropped.addAll(policies(problem));
        return dropped;
    }

    private DroppedRule(String rule, ChangedProblem changed) {
        this(rule, changed.problem());
    }

    private static List<DroppedRule> accuracyTargets(PlanningProblem problem) {
        List<DroppedRule> dropped = new ArrayList<>();
        for (int workflow = 0; workflow < problem.accuracies().size(); workflow++) {
            double target = problem.accuracies().get(workflow).target();
            dropped.add(new DroppedRule(
                    "accuracy at least %s".formatted(target),
                    new ChangedProblem(problem).withAccuracyTarget(workflow, -Double.MAX_VALUE)));
        }
        return dropped;
    }

    private static List<DroppedRule> bandwidths(PlanningProblem problem) {
        return problem.links().stream()
                .filter(link -> link.mbps() != null)
                .map(link -> new DroppedRule(
                        "link %s -> %s carries at most %s mbps"
                                .formatted(
                                        problem.tierName(link.fromTier()),
                                        problem.tierName(link.toTier()),
                                        link.mbps()),
                        new ChangedProblem(problem)
                                .withLinks(problem.links().stream()
                                        .map(other -> other.equals(link) ? withoutBound(link) : other)
                                        .toList())))
                .toList();
    }

    /** The round trip stays: only the width of the link is in question. */
    private static TierLink withoutBound(TierLink link) {
        return new TierLink(link.fromTier(), link.toTier(), link.usdPerGb(), null, link.rttMs());
    }

    /** Groups of which the plan takes every worker. */
    private static List<DroppedRule> exhaustedGroups(PlanningProblem problem, Plan plan) {
        List<DroppedRule> dropped = new ArrayList<>();
        for (GroupId group :
                plan.groups().stream().map(UsedGroup::group).distinct().toList()) {
            List<Worker> workers = problem.workers().stream()
                    .filter(worker -> worker.type().equals(group.type())
                            && problem.tierName(worker.tier()).equals(group.tier()))
                    .toList();
            int used = plan.groups().stream()
                    .filter(entry -> entry.group().equals(group))
                    .mapToInt(UsedGroup::workers)
                    .sum();
            if (used == workers.size()) {
                List<Worker> twice = new ArrayList<>(problem.workers());
                workers.forEach(worker -> twice.add(new Worker(
                        worker.id() + " (another)",
                        worker.type(),
                        worker.tier(),
                        worker.usdPerHour(),
                        worker.slots())));
                dropped.add(new DroppedRule(
                        "%s has %d workers".formatted(group, used), new ChangedProblem(problem).withWorkers(twice)));
            }
        }
        return dropped;
    }

    private static List<DroppedRule> operatorRules(PlanningProblem problem) {
        List<DroppedRule> dropped = new ArrayList<>();
        for (ProblemOperator operator : problem.operators()) {
            if (operator.stateful()) {
                dropped.add(new DroppedRule(
                        "%s is stateful, so on one worker group".formatted(operator.id()),
                        new ChangedProblem(problem)
                                .withOperator(new ProblemOperator(
                                        operator.id(), operator.variants(), false, operator.maxSlots()))));
            }
            if (operator.maxSlots() != null) {
                dropped.add(new DroppedRule(
                        "%s keeps at most %d slots busy".formatted(operator.id(), operator.maxSlots()),
                        new ChangedProblem(problem)
                                .withOperator(new ProblemOperator(
                                        operator.id(), operator.variants(), operator.stateful(), null))));
            }
        }
        return dropped;
    }

    private static List<DroppedRule> policies(PlanningProblem problem) {
        Policy policy = problem.policy();
        List<DroppedRule> dropped = new ArrayList<>();
        if (policy.maxUtilisation() < 1) {
            dropped.add(new DroppedRule(
                    "workers at most %.0f %% busy".formatted(100 * policy.maxUtilisation()),
                    new ChangedProblem(problem)
                            .withPolicy(new Policy(policy.workerSharing(), 1.0, policy.batchWaitMs()))));
        }
        if (policy.workerSharing() == WorkerSharing.EXCLUSIVE) {
            dropped.add(new DroppedRule(
                    "a worker serves one operator",
                    new ChangedProblem(problem)
                            .withPolicy(
                                    new Policy(WorkerSharing.SHARED, policy.maxUtilisation(), policy.batchWaitMs()))));
        }
        return dropped;
    }
}
