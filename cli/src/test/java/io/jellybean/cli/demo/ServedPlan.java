package io.jellybean.cli.demo;

import io.jellybean.cli.replan.LinkTraffic;
import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.plan.DeployablePlan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a plan on the machines.
 *
 * @param planners whose plan it is
 * @param over for how long was measured
 * @param sent frames in that time
 * @param served frames in that time
 * @param waiting frames at its beginning and at its end
 * @param bytesPerSecondByLink what went over links in that time
 * @param cpuByGroup CPU time of each worker in that time, as a share of its limit
 */
record ServedPlan(
        String planners,
        DeployablePlan plan,
        double asked,
        Duration over,
        long sent,
        long served,
        Waiting waiting,
        Map<String, Double> bytesPerSecondByLink,
        Map<String, Double> cpuByGroup) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** Frames that were sent and not served. */
    record Waiting(long before, long after) {}

    double servedPerSecond() {
        return served / seconds();
    }

    double sentPerSecond() {
        return sent / seconds();
    }

    double plannedUsdPerHour() {
        return plan.plan().cost().total();
    }

    /** The workers that it holds, and all that went over links, by their prices of 10^9 bytes. */
    double usdPerHour() {
        double links = plan.infrastructure().links().stream()
                .mapToDouble(link -> link.usdPerGb() * bytesPerSecond(link.fromTier(), link.toTier()))
                .sum();
        return plan.plan().cost().computeUsdPerHour() + links / 1e9 * SECONDS_PER_HOUR;
    }

    /** Of all links that the plan uses. */
    double plannedBytesPerSecond() {
        return plan.plan().cost().links().stream()
                .mapToDouble(link -> LinkTraffic.plannedBytesPerSecond(link, plan))
                .sum();
    }

    /** Over the same links. */
    double bytesPerSecond() {
        return plan.plan().cost().links().stream()
                .mapToDouble(link -> bytesPerSecond(link.fromTier(), link.toTier()))
                .sum();
    }

    /** Over links that the plan does not count with: acknowledgements, results. */
    double otherBytesPerSecond() {
        return bytesPerSecondByLink.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                - bytesPerSecond();
    }

    private double bytesPerSecond(String from, String to) {
        return bytesPerSecondByLink.getOrDefault(LinkBytes.key(from, to), 0.0);
    }

    private double seconds() {
        return over.toNanos() / 1e9;
    }

    /** All of them, for people. */
    static String table(List<ServedPlan> plans) {
        return new Table<ServedPlan>()
                .text("plan of", ServedPlan::planners)
                .number("asked", each -> format("%.1f/s", each.asked()))
                .number("sent", each -> format("%.1f/s", each.sentPerSecond()))
                .number("served", each -> format("%.1f/s", each.servedPerSecond()))
                .number(
                        "waiting",
                        each -> "%d, %d"
                                .formatted(
                                        each.waiting().before(), each.waiting().after()))
                .number("planned links", each -> format("%.3f MB/s", each.plannedBytesPerSecond() / 1e6))
                .number("measured", each -> format("%.3f MB/s", each.bytesPerSecond() / 1e6))
                .number("other links", each -> format("%.3f MB/s", each.otherBytesPerSecond() / 1e6))
                .number("planned $ per hour", each -> format("%.4f", each.plannedUsdPerHour()))
                .number("measured", each -> format("%.4f", each.usdPerHour()))
                .number(
                        "accuracy",
                        each -> format("%.3f", each.plan().plan().accuracies().get(0)))
                .text("worker: planned, of its limit", ServedPlan::workers)
                .of(plans);
    }

    private String workers() {
        return plan.plan().groups().stream()
                .map(used -> format(
                        "%s: %.0f %%, %.0f %%",
                        used.group().tier(),
                        100 * used.utilisation(),
                        100 * cpuByGroup.getOrDefault(used.group().toString(), Double.NaN)))
                .collect(Collectors.joining("; "));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
