package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import io.jellybean.planner.check.PlanChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plan that runs while the world is another than that which it was made for: each operator still shares its load as planned. */
final class PlanUnderLoad {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double KB_PER_GB = 1024.0 * 1024.0;
    private static final double MS_PER_SECOND = 1_000;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Map<String, Double> rateByNode;

    /**
     * @param problem the world as it is
     */
    PlanUnderLoad(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.rateByNode = problem.requiredRates(plan.variantByOperator());
    }

    /** How much of the time of each group's slots is taken, 1 if all; above 1 it cannot keep up. */
    Map<GroupId, Double> utilisationByGroup() {
        Map<GroupId, Double> busySlots = new TreeMap<>();
        for (Placement placement : plan.placements()) {
            busySlots.merge(placement.group(), load(placement) * secondsPerRequest(placement), Double::sum);
        }
        Map<GroupId, Double> utilisation = new TreeMap<>();
        for (UsedGroup group : plan.groups()) {
            utilisation.merge(
                    group.group(), busySlots.getOrDefault(group.group(), 0.0) / group.slots(), (one, other) -> one);
        }
        return utilisation;
    }

    /** Workers and links at present prices; a group that is there no more costs nothing. */
    double usdPerHour() {
        double workers = plan.groups().stream()
                .mapToDouble(group -> group.workers() * usdPerHour(group.group()))
                .sum();
        double links = plan.flows().stream()
                .filter(Flow::changesTier)
                .mapToDouble(this::usdPerHour)
                .sum();
        return workers + links;
    }

    /** What is broken, or about to be, each in a sentence. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        double most = Math.min(1, ReplanSettings.OVER_THE_CAP * problem.policy().maxUtilisation());
        utilisationByGroup().forEach((group, utilisation) -> {
            if (!(utilisation <= most)) {
                broken.add(text(
                        "%s would be utilised %.0f %%, but %.0f %% were planned at most",
                        group, 100 * utilisation, 100 * problem.policy().maxUtilisation()));
            }
        });
        problem.accuracies().forEach(target -> {
            double reached = accuracy(target);
            if (!(reached >= target.target())) {
                broken.add(text("%s is %.3f, but at least %.3f is wanted", target.label(), reached, target.target()));
            }
        });
        double latencyMs = PlanChecker.check(problem, plan.withInputsSha256(ProblemFile.sha256(problem)))
                .latencyMs();
        for (LatencyLimit limit : problem.latencyLimits()) {
            if (latencyMs > limit.maxLatencyMs()) {
                broken.add(text(
                        "latency without queueing is %.1f ms, but at most %.1f ms is wanted",
                        latencyMs, limit.maxLatencyMs()));
            }
        }
        return broken;
    }

    private double load(Placement placement) {
        double planned = plan.placementsOf(placement.operator()).stream()
                .mapToDouble(Placement::requestsPerSecond)
                .sum();
        return rateByNode.getOrDefault(placement.operator(), 0.0) * placement.requestsPerSecond() / planned;
    }

    /** NaN if it cannot run there. */
    private double secondsPerRequest(Placement placement) {
        return problem.serviceTime(
                        placement.operator(),
                        plan.variantByOperator().getOrDefault(placement.operator(), ""),
                        placement.group().type(),
                        placement.batchSize())
                .map(row -> row.msPerRequest() / MS_PER_SECOND)
                .orElse(Double.NaN);
    }

    private double accuracy(AccuracyTarget target) {
        List<String> chosen = target.operators().stream()
                .map(operator -> plan.variantByOperator().getOrDefault(operator, ""))
                .toList();
        return target.table().stream()
                .filter(row -> row.variants().equals(chosen))
                .mapToDouble(AccuracyTarget.Row::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private double usdPerHour(GroupId group) {
        return problem.workers().stream()
                .filter(worker -> worker.type().equals(group.type())
                        && problem.tierName(worker.tier()).equals(group.tier()))
                .mapToDouble(Worker::usdPerHour)
                .findFirst()
                .orElse(0);
    }

    private double usdPerHour(Flow flow) {
        double planned = plan.flows().stream()
                .filter(other -> other.from().equals(flow.from()) && other.to().equals(flow.to()))
                .mapToDouble(Flow::requestsPerSecond)
                .sum();
        double requestsPerSecond = rateByNode.getOrDefault(flow.to(), 0.0) * flow.requestsPerSecond() / planned;
        double kb = problem.channels().stream()
                .filter(channel ->
                        channel.from().equals(flow.from()) && channel.to().equals(flow.to()))
                .mapToDouble(this::messageKb)
                .findFirst()
                .orElse(0);
        double usdPerGb = problem.links().stream()
                .filter(link -> problem.tierName(link.fromTier()).equals(flow.fromTier())
                        && problem.tierName(link.toTier()).equals(flow.toGroup().tier()))
                .mapToDouble(TierLink::usdPerGb)
                .findFirst()
                .orElse(0);
        return requestsPerSecond * kb / KB_PER_GB * usdPerGb * SECONDS_PER_HOUR;
    }

    private double messageKb(ProblemChannel channel) {
        return channel.messageKb(
                plan.variantByOperator().get(channel.from()),
                plan.variantByOperator().getOrDefault(channel.to(), ""));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
