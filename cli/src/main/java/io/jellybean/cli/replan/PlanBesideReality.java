package io.jellybean.cli.replan;

import io.jellybean.cli.plan.CostLines;
import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.planner.replan.MeasuredUtilisation;
import io.jellybean.planner.replan.Observation;
import io.jellybean.planner.replan.StageRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A plan and what its job did, side by side.
 *
 * @param queues how long requests waited, where that is known
 * @param latencies a line for each topic of results
 * @param accuracies lines on what was measured against a known truth; none if there is none
 */
record PlanBesideReality(
        DeployablePlan deployed,
        Observation observed,
        Map<Placement, QueueTimes> queues,
        List<String> latencies,
        List<String> accuracies) {

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(operators());
        lines.add(groups());
        observed.arrivedPerSecond()
                .forEach((source, rate) -> lines.add(CostLines.line(
                        "source " + source,
                        format(
                                "%.1f requests/s arrive, %d wait",
                                rate, observed.backlog().getOrDefault(source, 0L)))));
        LinkTraffic.of(deployed, observed).forEach(link -> lines.add(link(link)));
        lines.add(CostLines.line(
                "workers", CostLines.dollars(deployed.plan().cost().computeUsdPerHour())));
        lines.add(CostLines.line("accuracy, as planned", planned()));
        accuracies.forEach(measured -> lines.add(CostLines.line("accuracy, measured", measured)));
        latencies.forEach(latency -> lines.add(CostLines.line("capture to result", latency)));
        return String.join("\n", lines);
    }

    private String operators() {
        return new Table<Placement>()
                .text("operator", Placement::operator)
                .text("variant", this::variant)
                .text("worker group", placement -> placement.group().toString())
                .number("planned load", placement -> format("%.1f/s", placement.requestsPerSecond()))
                .number("load", placement -> value(placement, "%.1f/s", StageRate::itemsPerSecond))
                .number("service time", placement -> value(placement, "%.2f ms", StageRate::serviceMillis))
                .number("time per request", placement -> value(placement, "%.2f ms", StageRate::computeMillis))
                .number("waits, p50", placement -> waits(placement, QueueTimes::medianMillis))
                .number("waits, p99", placement -> waits(placement, QueueTimes::p99Millis))
                .of(deployed.plan().placements());
    }

    private String groups() {
        Map<GroupId, Double> measured = new MeasuredUtilisation(deployed.plan(), observed).byGroup();
        return new Table<UsedGroup>()
                .text("worker group", group -> group.group().toString())
                .number("workers", group -> String.valueOf(group.workers()))
                .number("slots", group -> String.valueOf(group.slots()))
                .number("planned utilisation", group -> format("%.1f %%", 100 * group.utilisation()))
                .number("utilisation", group -> format("%.1f %%", 100 * measured.getOrDefault(group.group(), 0.0)))
                .number("$ per hour", group -> format("%.4f", group.usdPerHour()))
                .of(deployed.plan().groups());
    }

    private String variant(Placement placement) {
        String variant = deployed.plan().variantByOperator().getOrDefault(placement.operator(), "");
        return deployed.workflow().operator(placement.operator()).needsModel() ? variant : "";
    }

    private String value(Placement placement, String format, ToDoubleFunction<StageRate> of) {
        return stage(placement)
                .map(stage -> Double.isNaN(of.applyAsDouble(stage)) ? "" : format(format, of.applyAsDouble(stage)))
                .orElse("");
    }

    private String waits(Placement placement, ToDoubleFunction<QueueTimes> of) {
        QueueTimes times = queues.get(placement);
        return times == null ? "" : format("%.0f ms", of.applyAsDouble(times));
    }

    private Optional<StageRate> stage(Placement placement) {
        return observed.stages().stream()
                .filter(stage -> stage.operator().equals(placement.operator())
                        && stage.group().equals(placement.group()))
                .findFirst();
    }

    private static String link(LinkTraffic link) {
        String planned = Double.isNaN(link.plannedMbps()) ? "" : format(" (planned %.2f Mbit/s)", link.plannedMbps());
        return CostLines.line(
                link.name(),
                format(
                        "%.2f Mbit/s%s, %s (planned %s)",
                        link.mbps(),
                        planned,
                        CostLines.dollars(link.usdPerHour()),
                        CostLines.dollars(link.planned().usdPerHour())));
    }

    private String planned() {
        return deployed.plan().accuracies().stream()
                .map(accuracy -> format("%.3f", accuracy))
                .collect(Collectors.joining(", "));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
