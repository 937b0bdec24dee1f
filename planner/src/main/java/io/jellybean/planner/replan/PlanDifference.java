package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what two plans of one workflow differ. */
public record PlanDifference(Plan before, Plan after) {

    /** Shares of the load that differ by less than this are the same. */
    private static final double SAME_SHARE = 0.02;

    /** Whether a job of the one would look like a job of the other. */
    public boolean isNone() {
        return variants().isEmpty() && workers().isEmpty() && moves().isEmpty();
    }

    /** Operators with another variant, one line each. */
    public List<String> variants() {
        List<String> lines = new ArrayList<>();
        after.variantByOperator().forEach((operator, variant) -> {
            String old = before.variantByOperator().get(operator);
            if (!variant.equals(old)) {
                lines.add("%s: %s instead of %s".formatted(operator, variant, old));
            }
        });
        return lines;
    }

    /** Groups with more or fewer workers, one line each. */
    public List<String> workers() {
        Map<GroupId, Integer> old = workers(before);
        Map<GroupId, Integer> next = workers(after);
        TreeSet<GroupId> groups = new TreeSet<>(old.keySet());
        groups.addAll(next.keySet());
        return groups.stream()
                .filter(group -> !old.getOrDefault(group, 0).equals(next.getOrDefault(group, 0)))
                .map(group -> "%s: %d workers instead of %d"
                        .formatted(group, next.getOrDefault(group, 0), old.getOrDefault(group, 0)))
                .toList();
    }

    /** Operators with another share of their load somewhere, one line each. */
    public List<String> moves() {
        List<String> lines = new ArrayList<>();
        for (String operator : after.variantByOperator().keySet()) {
            Map<GroupId, Double> old = shares(before, operator);
            Map<GroupId, Double> next = shares(after, operator);
            TreeSet<GroupId> groups = new TreeSet<>(old.keySet());
            groups.addAll(next.keySet());
            boolean moves = groups.stream()
                    .anyMatch(group ->
                            Math.abs(old.getOrDefault(group, 0.0) - next.getOrDefault(group, 0.0)) > SAME_SHARE);
            if (moves) {
                lines.add("%s: on %s instead of %s".formatted(operator, text(next), text(old)));
            }
        }
        return lines;
    }

    private static Map<GroupId, Integer> workers(Plan plan) {
        return plan.groups().stream()
                .collect(Collectors.toMap(UsedGroup::group, UsedGroup::workers, Integer::sum, TreeMap::new));
    }

    private static Map<GroupId, Double> shares(Plan plan, String operator) {
        List<Placement> placements = plan.placementsOf(operator);
        double all =
                placements.stream().mapToDouble(Placement::requestsPerSecond).sum();
        return placements.stream()
                .collect(Collectors.toMap(
                        Placement::group, each -> each.requestsPerSecond() / all, Double::sum, TreeMap::new));
    }

    private static String text(Map<GroupId, Double> shares) {
        return shares.entrySet().stream()
                .map(share -> shares.size() == 1
                        ? share.getKey().toString()
                        : String.format(Locale.ROOT, "%s (%.0f %%)", share.getKey(), 100 * share.getValue()))
                .collect(Collectors.joining(" and "));
    }
}
