package io.jellybean.planner.solver;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Tier;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds, for one rule after the other, the smallest change of it alone that makes a plan possible. */
final class SmallestChange {

    /** Changes are found to this share of the value. */
    private static final double PRECISION = 0.01;

    private static final int MOST_MORE_WORKERS = 1_024;

    private final PlanningProblem problem;
    private final Predicate<PlanningProblem> hasPlan;

    /**
     * @param hasPlan whether a changed problem has a plan
     */
    SmallestChange(PlanningProblem problem, Predicate<PlanningProblem> hasPlan) {
        this.problem = problem;
        this.hasPlan = hasPlan;
    }

    /** One sentence for each change that helps by itself; those of rules first, then links, workers and rates. */
    List<String> sentences() {
        Set<String> sentences = new LinkedHashSet<>(); // that on accuracy is of all workflows
        for (Rule rule : Rule.of(problem)) {
            if (hasPlan.test(rule.without())) {
                sentences.add(sentence(rule));
            }
        }
        sentences.addAll(missingLinks());
        sentences.addAll(moreWorkers());
        sentences.addAll(lowerRates());
        return List.copyOf(sentences);
    }

    private String sentence(Rule rule) {
        return switch (rule.kind()) {
            case ACCURACY -> accuracy();
            case LATENCY -> latency();
            case BANDWIDTH -> bandwidth(rule);
            case UTILISATION -> utilisation();
            case STATEFUL -> "stateful: %s; without that there is a plan".formatted(rule.text());
            case MAX_SLOTS -> "maxSlots: %s; without that there is a plan".formatted(rule.text());
            case SHARING ->
                "capacity: there are too few workers for one operator each; with shared workers there is a plan";
        };
    }

    private String accuracy() {
        List<String> targets = new ArrayList<>();
        for (int workflow = 0; workflow < problem.accuracies().size(); workflow++) {
            int which = workflow;
            AccuracyTarget accuracy = problem.accuracies().get(workflow);
            accuracy.table().stream()
                    .map(AccuracyTarget.Row::value)
                    .filter(value -> value < accuracy.target())
                    .distinct()
                    .sorted((one, other) -> Double.compare(other, one))
                    .filter(value -> hasPlan.test(new ChangedProblem(problem)
                            .withAccuracyTarget(which, value)
                            .problem()))
                    .findFirst()
                    .ifPresent(value -> targets.add("%s instead of %s%s"
                            .formatted(
                                    value,
                                    accuracy.target(),
                                    accuracy.workflow() == null ? "" : " of " + accuracy.workflow())));
        }
        return "accuracy: the target is too high; with %s there is a plan".formatted(String.join(" or ", targets));
    }

    private String latency() {
        double factor = leastFactor(times ->
                new ChangedProblem(problem).withLatencyLimitsTimes(times).problem());
        List<String> limits = problem.latencyLimits().stream()
                .map(limit -> path(limit)
                        + format("%.1f ms instead of %.1f ms", factor * limit.maxLatencyMs(), limit.maxLatencyMs()))
                .toList();
        return "latency: the way is too slow; with %s there is a plan".formatted(String.join(" and ", limits));
    }

    private static String path(LatencyLimit limit) {
        String sink = limit.sink();
        return sink == null ? "" : "to " + sink + " ";
    }

    private String bandwidth(Rule rule) {
        TierLink link = problem.links().stream()
                .filter(candidate -> !rule.without().links().contains(candidate))
                .findFirst()
                .orElseThrow();
        Double mbps = link.mbps();
        double now = mbps == null ? Double.POSITIVE_INFINITY : mbps;
        double factor = leastFactor(
                times -> new ChangedProblem(problem).withMbps(link, times * now).problem());
        return format(
                "bandwidth: link %s -> %s is too narrow with %s mbps; with %.2f mbps there is a plan",
                problem.tierName(link.fromTier()), problem.tierName(link.toTier()), now, factor * now);
    }

    private String utilisation() {
        double now = problem.policy().maxUtilisation();
        double least = bisect(
                now,
                1,
                most -> new ChangedProblem(problem).withMaxUtilisation(most).problem());
        return format("utilisation: maxUtilisation %s is too low; with %.3f there is a plan", now, least);
    }

    private List<String> missingLinks() {
        List<TierLink> missing = new ArrayList<>();
        for (Tier from : problem.tiers()) {
            for (Tier to : problem.tiers()) {
                boolean exists = problem.links().stream()
                        .anyMatch(link -> link.fromTier() == from.index() && link.toTier() == to.index());
                if (from.index() != to.index() && !exists) {
                    missing.add(new TierLink(from.index(), to.index(), 0, null, null));
                }
            }
        }
        if (missing.isEmpty() || !hasPlan.test(withLinks(missing))) {
            return List.of();
        }
        return missing.stream()
                .filter(link -> hasPlan.test(withLinks(List.of(link))))
                .map(link -> "link: with a link %s -> %s there is a plan"
                        .formatted(problem.tierName(link.fromTier()), problem.tierName(link.toTier())))
                .toList();
    }

    private PlanningProblem withLinks(List<TierLink> more) {
        return new ChangedProblem(problem)
                .withLinks(
                        Stream.concat(problem.links().stream(), more.stream()).toList())
                .problem();
    }

    private List<String> moreWorkers() {
        List<GroupId> groups = WorkerKind.of(problem).stream()
                .map(WorkerKind::group)
                .distinct()
                .toList();
        ChangedProblem manyMore = new ChangedProblem(problem);
        for (GroupId group : groups) {
            manyMore = manyMore.withMoreWorkers(group, MOST_MORE_WORKERS);
        }
        if (!hasPlan.test(manyMore.problem())) {
            return List.of();
        }
        return groups.stream().flatMap(group -> moreWorkers(group).stream()).toList();
    }

    /** Four times as many again and again until there is a plan, then between the last two. */
    private Optional<String> moreWorkers(GroupId group) {
        int tooFew = 0;
        int enough = 1;
        while (!hasPlan.test(withMore(group, enough))) {
            if (enough >= MOST_MORE_WORKERS) {
                return Optional.empty();
            }
            tooFew = enough;
            enough = 4 * enough;
        }
        while (enough - tooFew > 1) {
            int middle = (enough + tooFew) / 2;
            if (hasPlan.test(withMore(group, middle))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return Optional.of("capacity: with %d more %s of %s there is a plan"
                .formatted(enough, enough == 1 ? "worker" : "workers", group));
    }

    private PlanningProblem withMore(GroupId group, int workers) {
        return new ChangedProblem(problem).withMoreWorkers(group, workers).problem();
    }

    private List<String> lowerRates() {
        double least = 0.01;
        DoubleFunction<PlanningProblem> less = slowdown ->
                new ChangedProblem(problem).withRatesTimes(1 / slowdown).problem();
        if (!hasPlan.test(less.apply(1 / least))) {
            return List.of();
        }
        double slowdown = bisect(1, 1 / least, less);
        return List.of(format("rates: with at most %.1f %% of the rates there is a plan", 100 / slowdown));
    }

    /** The least factor, from 1 up, with which there is a plan; there is one with an unbounded one. */
    private double leastFactor(DoubleFunction<PlanningProblem> changed) {
        double enough = 2;
        while (!hasPlan.test(changed.apply(enough)) && enough < 1e6) {
            enough *= 4;
        }
        return bisect(1, enough, changed);
    }

    /** The least amount with which there is a plan, between one without and one with. */
    private double bisect(double without, double with, DoubleFunction<PlanningProblem> changed) {
        double tooLittle = without;
        double enough = with;
        while (enough / tooLittle > 1 + PRECISION) {
            double middle = Math.sqrt(enough * tooLittle);
            if (hasPlan.test(changed.apply(middle))) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
