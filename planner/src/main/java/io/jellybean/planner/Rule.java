package io.jellybean.planner;

import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.TierLink;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of a problem that could be dropped.
 *
 * @param kind what it is about
 * @param text the rule with its value
 * @param without the problem without it
 */
public record Rule(Kind kind, String text, PlanningProblem without) {

    /** What rules are about. */
    public enum Kind {
        ACCURACY,
        LATENCY,
        BANDWIDTH,
        STATEFUL,
        MAX_SLOTS,
        UTILISATION,
        SHARING
    }

    private Rule(Kind kind, String text, ChangedProblem without) {
        this(kind, text, without.problem());
    }

    /** All rules of a problem. */
    public static List<Rule> of(PlanningProblem problem) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(accuracyTargets(problem));
        if (!problem.latencyLimits().isEmpty()) {
            rules.add(new Rule(Kind.LATENCY, "the latency limits", new ChangedProblem(problem).withoutLatencyLimits()));
        }
        problem.links().stream()
                .filter(link -> link.mbps() != null)
                .forEach(link -> rules.add(bandwidth(problem, link)));
        problem.operators().forEach(operator -> rules.addAll(ofOperator(problem, operator)));
        rules.addAll(ofPolicy(problem));
        return rules;
    }

    private static List<Rule> accuracyTargets(PlanningProblem problem) {
        List<Rule> rules = new ArrayList<>();
        for (int workflow = 0; workflow < problem.accuracies().size(); workflow++) {
            rules.add(new Rule(
                    Kind.ACCURACY,
                    "%s at least %s"
                            .formatted(
                                    problem.accuracies().get(workflow).label(),
                                    problem.accuracies().get(workflow).target()),
                    new ChangedProblem(problem).withAccuracyTarget(workflow, -Double.MAX_VALUE)));
        }
        return rules;
    }

    private static Rule bandwidth(PlanningProblem problem, TierLink link) {
        return new Rule(
                Kind.BANDWIDTH,
                "link %s -> %s carries at most %s mbps"
                        .formatted(problem.tierName(link.fromTier()), problem.tierName(link.toTier()), link.mbps()),
                new ChangedProblem(problem).withMbps(link, null));
    }

    private static List<Rule> ofOperator(PlanningProblem problem, ProblemOperator operator) {
        List<Rule> rules = new ArrayList<>();
        if (operator.stateful()) {
            rules.add(new Rule(
                    Kind.STATEFUL,
                    "%s is stateful, so on one worker group".formatted(operator.id()),
                    new ChangedProblem(problem)
                            .withOperator(new ProblemOperator(
                                    operator.id(), operator.variants(), false, operator.maxSlots()))));
        }
        if (operator.maxSlots() != null) {
            rules.add(new Rule(
                    Kind.MAX_SLOTS,
                    "%s keeps at most %d slots busy".formatted(operator.id(), operator.maxSlots()),
                    new ChangedProblem(problem)
                            .withOperator(new ProblemOperator(
                                    operator.id(), operator.variants(), operator.stateful(), null))));
        }
        return rules;
    }

    private static List<Rule> ofPolicy(PlanningProblem problem) {
        Policy policy = problem.policy();
        List<Rule> rules = new ArrayList<>();
        if (policy.maxUtilisation() < 1) {
            rules.add(new Rule(
                    Kind.UTILISATION,
                    "workers at most %.0f %% busy".formatted(100 * policy.maxUtilisation()),
                    new ChangedProblem(problem).withMaxUtilisation(1)));
        }
        if (policy.workerSharing() == WorkerSharing.EXCLUSIVE) {
            rules.add(new Rule(
                    Kind.SHARING,
                    "a worker serves one operator",
                    new ChangedProblem(problem)
                            .withPolicy(
                                    new Policy(WorkerSharing.SHARED, policy.maxUtilisation(), policy.batchWaitMs()))));
        }
        return rules;
    }
}
