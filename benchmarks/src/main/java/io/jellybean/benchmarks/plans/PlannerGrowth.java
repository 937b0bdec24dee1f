package io.jellybean.benchmarks.plans;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.Plots;
import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.LargeProblems;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knowm.xchart.XYChart;

/** How time and gap of planning grow with workers, operators, combinations of variants and tiers. */
public final class PlannerGrowth {

    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;
    private static final int LINEAR = 100;

    private static final List<String> PUBLISHED = List.of(
            "jellybean-vqa-medium",
            "vehicle-3t-030-fanout",
            "dag6-3t-020",
            "vqa-3t-024-tight",
            "latency-2t-014",
            "mix-3t-020-exclusive",
            "mix-3t-024-shared");

    private final Path problems;
    private final MixedIntegerPlanner planner =
            MixedIntegerPlanner.withDefaults().withoutReasons();

    /**
     * @param problems the folder of the published problems
     */
    public PlannerGrowth(Path problems) {
        this.problems = problems;
    }

    /** What planning a problem takes. */
    private record Planned(String cost, String gap, List<Double> sortedSeconds) {

        double median() {
            return sortedSeconds.get(sortedSeconds.size() / 2);
        }

        void addTo(ResultTable table, Object what) {
            table.add(
                    what,
                    cost,
                    gap,
                    number(median(), 2),
                    number(sortedSeconds.get(0), 2),
                    number(sortedSeconds.get(sortedSeconds.size() - 1), 2));
        }
    }

    /** One dimension of growth. */
    private record Dimension(String name, String fixed, List<Integer> values, IntFunction<PlanningProblem> problem) {}

    private static List<Dimension> dimensions() {
        return List.of(
                new Dimension(
                        "workers",
                        "4 tiers, 12 worker types, 8 operators, 4 of them with 5 variants",
                        List.of(12, 120, 1_200, 10_000),
                        workers -> LargeProblems.of(1, 4, workers, 8, 4, 625)),
                new Dimension(
                        "operators",
                        "4 tiers, 12 worker types, 1,200 workers, 3 operators with 5 variants",
                        List.of(3, 6, 9, 12),
                        operators -> LargeProblems.of(2, 4, 1_200, operators, 3, 125)),
                new Dimension(
                        "combinations",
                        "4 tiers, 12 worker types, 1,200 workers, 8 operators, 6 of them with 5 variants",
                        List.of(25, 125, 625, 3_125),
                        combinations -> LargeProblems.of(3, 4, 1_200, 8, 6, combinations)),
                new Dimension(
                        "tiers",
                        "3 worker types a tier, 1,200 workers, 8 operators, 4 of them with 5 variants",
                        List.of(2, 3, 4, 5, 6),
                        tiers -> LargeProblems.of(4, tiers, 1_200, 8, 4, 625)));
    }

    /** Plans each problem {@value #ROUNDS} times and writes what came of it. */
    public Path run(Path results) {
        ResultsPage page = new ResultsPage(results, "growth", "Growth of planning");
        page.text("""
                Random problems (`LargeProblems`), planned %d times each with one minute at most: median and range of the time, and how far
                the plan may be from the optimum by the solver's own bound. `benchmarks/run growth`
                """.formatted(ROUNDS));
        List<Dimension> dimensions = dimensions();
        try (Step step = Terminal.ofStandardError()
                .step(
                        "Planning",
                        PUBLISHED.size()
                                + dimensions.stream()
                                        .mapToLong(
                                                dimension -> dimension.values().size())
                                        .sum())) {
            planner.plan(LargeProblems.of(1, 4, 12, 8, 4, 625)); // loads the solver
            addPublished(page, step);
            for (Dimension dimension : dimensions) {
                add(dimension, page, step);
            }
        }
        return page.save();
    }

    private void addPublished(ResultsPage page, Step step) {
        ResultTable table = table("problem");
        for (String name : PUBLISHED) {
            planned(ProblemFile.read(problems.resolve(name + ".json"))).addTo(table, name);
            step.advance();
        }
        page.text("### Published problems");
        page.table("published", table);
    }

    private void add(Dimension dimension, ResultsPage page, Step step) {
        ResultTable table = table(dimension.name());
        List<Double> medians = new ArrayList<>();
        for (int value : dimension.values()) {
            Planned planned = planned(dimension.problem().apply(value));
            planned.addTo(table, value);
            medians.add(planned.median());
            step.advance();
        }
        page.text("### By " + dimension.name());
        page.text(dimension.fixed() + ".");
        page.table(dimension.name(), table);
        XYChart chart = Plots.lines("Time to plan by " + dimension.name(), dimension.name(), "seconds");
        chart.getStyler().setLegendVisible(false);
        chart.getStyler()
                .setXAxisLogarithmic(dimension.values().get(dimension.values().size() - 1) > LINEAR);
        chart.getStyler().setYAxisMin(0.0);
        chart.addSeries("median", dimension.values(), medians);
        page.plot(dimension.name(), chart);
    }

    private static ResultTable table(String what) {
        return new ResultTable(what, "$ per hour", "gap", "seconds, median", "seconds, least", "seconds, most");
    }

    private Planned planned(PlanningProblem problem) {
        List<Double> seconds = new ArrayList<>();
        Optional<Plan> answer = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            answer = planner.plan(problem)
                    .fold(planned -> Optional.of(planned.plan()), none -> Optional.empty(), none -> Optional.empty());
            seconds.add((System.nanoTime() - start) / NANOS);
        }
        Collections.sort(seconds);
        return new Planned(
                answer.map(plan -> number(plan.cost().total(), 4)).orElse("no plan"),
                answer.map(plan -> number(PERCENT * plan.solver().gap(), 4) + " %")
                        .orElse(""),
                seconds);
    }
}
