package io.jellybean.planner.solver;

import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.Tier;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import io.jellybean.planner.ChangedProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem with one rule dropped.
 *
 * @param reason what to tell if that makes a plan possible
 */
record Relaxation(String reason, PlanningProblem problem) {

    private Relaxation(String reason, ChangedProblem changed) {
        this(reason, changed.problem());
    }

    /** So short that an operator needs next to no capacity. */
    private static final double NEXT_TO_NOTHING_MS = 1e-6;

    private static final int MANY_MORE_WORKERS = 10;

    static List<Relaxation> of(PlanningProblem problem) {
        List<Relaxation> relaxations = new ArrayList<>();
        relaxations.addAll(bandwidths(problem));
        relaxations.addAll(missingLinks(problem));
        relaxations.addAll(operatorRules(problem));
        relaxations.addAll(policies(problem));
        if (!problem.latencyLimits().isEmpty()) {
            relaxations.add(new Relaxation(
                    "latency: without maxLatencyMs there is a plan",
                    new ChangedProblem(problem).withoutLatencyLimits()));
        }
        List<AccuracyTarget> anyAccuracy = problem.accuracies().stream()
                .map(accuracy -> new AccuracyTarget(-Double.MAX_VALUE, accuracy.operators(), accuracy.table()))
                .toList();
        relaxations.add(new Relaxation(
                "accuracy: with a lower target there is a plan",
                new ChangedProblem(problem).withAccuracies(anyAccuracy)));
        relaxations.addAll(capacities(problem));
        return relaxations;
    }

    private static List<Relaxation> bandwidths(PlanningProblem problem) {
        return problem.links().stream()
                .filter(link -> link.mbps() != null)
                .map(link -> new Relaxation(
                        "bandwidth: link %s -> %s is too narrow with %s mbps"
                                .formatted(
                                        problem.tierName(link.fromTier()),
                                        problem.tierName(link.toTier()),
                                        link.mbps()),
                        new ChangedProblem(problem)
                                .withLinks(problem.links().stream()
                                        .map(other -> other.equals(link)
                                                ? new TierLink(
                                                        link.fromTier(),
                                                        link.toTier(),
                                                        link.usdPerGb(),
                                                        null,
                                                        link.rttMs())
                                                : other)
                                        .toList())))
                .toList();
    }

    private static List<Relaxation> missingLinks(PlanningProblem problem) {
        List<Relaxation> relaxations = new ArrayList<>();
        for (Tier from : problem.tiers()) {
            for (Tier to : problem.tiers()) {
                boolean exists = problem.links().stream()
                        .anyMatch(link -> link.fromTier() == from.index() && link.toTier() == to.index());
                if (from.index() != to.index() && !exists) {
                    List<TierLink> links = new ArrayList<>(problem.links());
                    links.add(new TierLink(from.index(), to.index(), 0, null, null));
                    relaxations.add(new Relaxation(
                            "link: %s -> %s is missing".formatted(from.name(), to.name()),
                            new ChangedProblem(problem).withLinks(links)));
                }
            }
        }
        return relaxations;
    }

    private static List<Relaxation> operatorRules(PlanningProblem problem) {
        List<Relaxation> relaxations = new ArrayList<>();
        for (ProblemOperator operator : problem.operators()) {
            if (operator.stateful()) {
                relaxations.add(new Relaxation(
                        "stateful: no single worker group fits %s; on several there is a plan".formatted(operator.id()),
                        new ChangedProblem(problem)
                                .withOperator(new ProblemOperator(
                                        operator.id(), operator.variants(), false, operator.maxSlots()))));
            }
            if (operator.maxSlots() != null) {
                relaxations.add(new Relaxation(
                        "maxSlots: %s needs more than %d slots".formatted(operator.id(), operator.maxSlots()),
                        new ChangedProblem(problem)
                                .withOperator(new ProblemOperator(
                                        operator.id(), operator.variants(), operator.stateful(), null))));
            }
        }
        return relaxations;
    }

    private static List<Relaxation> policies(PlanningProblem problem) {
        List<Relaxation> relaxations = new ArrayList<>();
        Policy policy = problem.policy();
        if (policy.maxUtilisation() < 1) {
            relaxations.add(new Relaxation(
                    "utilisation: maxUtilisation %s is too low; at 1.0 there is a plan"
                            .formatted(policy.maxUtilisation()),
                    problem.withPolicy(new Policy(policy.workerSharing(), 1.0, policy.batchWaitMs()))));
        }
        if (policy.workerSharing() == WorkerSharing.EXCLUSIVE) {
            relaxations.add(new Relaxation(
                    "capacity: there are too few workers for one operator each; with shared workers there is a plan",
                    problem.withPolicy(
                            new Policy(WorkerSharing.SHARED, policy.maxUtilisation(), policy.batchWaitMs()))));
        }
        return relaxations;
    }

    private static List<Relaxation> capacities(PlanningProblem problem) {
        List<Relaxation> relaxations = new ArrayList<>();
        for (ProblemOperator operator : problem.operators()) {
            List<ServiceMillis> faster = problem.serviceTimes().stream()
                    .map(row -> row.operator().equals(operator.id())
                            ? new ServiceMillis(
                                    row.operator(), row.variant(), row.workerType(), NEXT_TO_NOTHING_MS, row.batch())
                            : row)
                    .toList();
            relaxations.add(new Relaxation(
                    "capacity: %s takes too much; if it were faster there would be a plan".formatted(operator.id()),
                    new ChangedProblem(problem).withServiceTimes(faster)));
        }
        List<Worker> more = new ArrayList<>();
        for (int copy = 0; copy < MANY_MORE_WORKERS; copy++) {
            for (Worker worker : problem.workers()) {
                more.add(new Worker(
                        worker.id() + "+" + copy, worker.type(), worker.tier(), worker.usdPerHour(), worker.slots()));
            }
        }
        relaxations.add(new Relaxation(
                "capacity: there are too few workers; with more of the same there is a plan",
                new ChangedProblem(problem).withWorkers(more)));
        return relaxations;
    }
}
