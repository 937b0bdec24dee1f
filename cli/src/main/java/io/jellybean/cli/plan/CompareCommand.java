package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Table;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.PlanningOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code jellybean compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sets the cheapest plan beside those of other ways to plan: the most accurate models, everything in one tier, one "
                    + "tier per operator, the rounded relaxation, and the method of the paper's authors.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean compare --problem examples/planning-problems/jellybean-vqa-medium.json",
            "",
            "Exit status: 0 compared, 1 bad input, 2 infeasible, 3 undecided within the time limit."
        })
public final class CompareCommand implements Callable<Integer> {

    @Mixin
    private ProblemOptions options = new ProblemOptions();

    private record Row(String method, PlanningOutcome outcome, Duration time) {}

    @Override
    public Integer call() {
        PlanningProblem problem = options.read().problem();
        Map<String, Planner> planners = new LinkedHashMap<>();
        planners.put("JellyBean", options.planner());
        planners.putAll(ComparedPlanners.beside(options.planner()));
        List<Row> rows = new ArrayList<>();
        try (Step step = Terminal.ofStandardError().step("Planning " + problem.name(), planners.size())) {
            planners.forEach((method, planner) -> {
                long start = System.nanoTime();
                PlanningOutcome outcome = planner.plan(problem);
                rows.add(new Row(method, outcome, Duration.ofNanos(System.nanoTime() - start)));
                step.advance();
            });
            step.done("%d methods".formatted(planners.size()));
        }
        System.out.println("Plans of " + problem.name());
        System.out.println(table(rows));
        return rows.get(0).outcome().fold(planned -> ExitCode.OK, Outcomes::report, Outcomes::report);
    }

    private static String table(List<Row> rows) {
        Optional<Plan> ours = plan(rows.get(0));
        return new Table<Row>()
                .text("method", Row::method)
                .number(
                        "$ per hour",
                        row -> plan(row).map(plan -> format("%.6f", cost(plan))).orElse("no plan"))
                .number("JellyBean saves", row -> saving(ours, plan(row)))
                .number(
                        "accuracy",
                        row -> plan(row).map(CompareCommand::accuracies).orElse(""))
                .number(
                        "workers",
                        row -> plan(row)
                                .map(plan -> String.valueOf(plan.workers()))
                                .orElse(""))
                .number("time", row -> format("%.2f s", row.time().toMillis() / 1_000.0))
                .text("", CompareCommand::comment)
                .of(rows);
    }

    private static String saving(Optional<Plan> ours, Optional<Plan> theirs) {
        return ours.isEmpty() || theirs.isEmpty()
                ? ""
                : format("%.1f %%", 100 * (1 - cost(ours.get()) / cost(theirs.get())));
    }

    private static String comment(Row row) {
        return row.outcome()
                .fold(
                        planned -> planned.plan().solver().status() == Solver.Status.OPTIMAL ? "optimal" : "",
                        infeasible -> infeasible.reasons().get(0),
                        PlanningOutcome.Undecided::reason);
    }

    /** One for each workflow. */
    private static String accuracies(Plan plan) {
        return plan.accuracies().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static double cost(Plan plan) {
        return plan.cost().total();
    }

    private static Optional<Plan> plan(Row row) {
        return row.outcome()
                .fold(
                        planned -> Optional.of(planned.plan()),
                        infeasible -> Optional.empty(),
                        undecided -> Optional.empty());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
