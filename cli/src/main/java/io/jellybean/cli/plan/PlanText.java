package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.check.PlanChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for a person to read. */
public final class PlanText {

    private final PlanningProblem problem;
    private final Plan plan;

    public PlanText(AnsweredProblem answered) {
        this.problem = answered.problem();
        this.plan = answered.plan();
    }

    /** Tables, costs, accuracies, latency; lines apart by {@code \n}. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Plan of " + problem.name());
        lines.add(new PlanTable(problem, plan).text());
        lines.add(groups());
        lines.addAll(CostLines.of(plan));
        for (int workflow = 0; workflow < plan.accuracies().size(); workflow++) {
            lines.add(CostLines.line(
                    problem.accuracies().get(workflow).label(),
                    "%s; at least %s is wanted"
                            .formatted(
                                    plan.accuracies().get(workflow),
                                    problem.accuracies().get(workflow).target())));
        }
        lines.add(CostLines.line("latency without queueing", latency()));
        return String.join("\n", lines);
    }

    private String groups() {
        return new Table<UsedGroup>()
                .text("worker group", group -> group.group().toString())
                .number("workers", group -> String.valueOf(group.workers()))
                .number("slots", group -> String.valueOf(group.slots()))
                .number("utilisation", group -> format("%.1f %%", 100 * group.utilisation()))
                .number("$ per hour", group -> format("%.4f", group.usdPerHour()))
                .of(plan.groups());
    }

    private String latency() {
        String reached = format("%.1f ms", PlanChecker.check(problem, plan).latencyMs());
        List<String> limits =
                problem.latencyLimits().stream().map(PlanText::limit).toList();
        return limits.isEmpty() ? reached : reached + "; at most " + String.join(", ", limits);
    }

    private static String limit(LatencyLimit limit) {
        String sink = limit.sink();
        return format("%.1f ms", limit.maxLatencyMs()) + (sink == null ? "" : " to " + sink);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
