package io.jellybean.benchmarks.plans;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.plans.ComparedProblems.Family;
import io.jellybean.benchmarks.plans.ComparedProblems.Point;
import io.jellybean.benchmarks.report.Plots;
import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.plan.ComparedPlanners;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.planner.Planner;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.BoxChart;

/** The cost of JellyBean's plan beside those of other ways to plan, on a grid of rates and targets. */
public final class PlanComparison {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final double PERCENT = 100;

    private final ComparedProblems problems;
    private final MixedIntegerPlanner jellybean =
            MixedIntegerPlanner.withTimeLimit(TIME_LIMIT).withoutReasons();
    private final Map<String, Planner> others = ComparedPlanners.beside(jellybean);

    /**
     * @param examples JellyBean's folder of examples
     */
    public PlanComparison(Path examples) {
        problems = new ComparedProblems(examples);
    }

    /** The plans of one point; a method that has none is not in the map. */
    private record Answers(Point point, Plan ours, Map<String, Double> costs) {

        Optional<Double> saving(String method) {
            return Optional.ofNullable(costs.get(method))
                    .map(cost -> PERCENT * (1 - ours.cost().total() / cost));
        }
    }

    /** Plans all points and writes what came of it. */
    public Path run(Path results) {
        List<Point> points = problems.points();
        List<Answers> answers;
        try (Step step = Terminal.ofStandardError().step("Comparing plans", points.size())) {
            answers = points.parallelStream()
                    .flatMap(point -> {
                        Optional<Answers> answered = answers(point);
                        step.advance();
                        return answered.stream();
                    })
                    .toList();
            step.done("%d of %d points have a plan".formatted(answers.size(), points.size()));
        }
        return written(results, points.size(), answers);
    }

    private Optional<Answers> answers(Point point) {
        return plan(jellybean, point).map(ours -> {
            Map<String, Double> costs = new LinkedHashMap<>();
            others.forEach((method, planner) -> plan(planner, point)
                    .ifPresent(plan -> costs.put(method, plan.cost().total())));
            return new Answers(point, ours, costs);
        });
    }

    private static Optional<Plan> plan(Planner planner, Point point) {
        return planner.plan(point.problem())
                .fold(
                        planned -> Optional.of(planned.plan()),
                        infeasible -> Optional.empty(),
                        undecided -> Optional.empty());
    }

    private Path written(Path results, int points, List<Answers> answers) {
        long optimal = answers.stream()
                .filter(each -> each.ours().solver().status() == Solver.Status.OPTIMAL)
                .count();
        ResultsPage page = new ResultsPage(results, "plans", "Cost of plans");
        page.text("""
                Every problem file of `examples/planning-problems`, and both workflows with their measured profiles, at rates from a
                quarter to double and at accuracies from the least to the greatest that can be reached: %d points, of which %d have a
                plan; %d of JellyBean's are proven optimal (%d s each at most). *Saved* is what JellyBean's plan costs less than that of
                the other method, where that has one; the authors' gives each operator workers of its own, where the measured workflows let them
                share. The paper's figures are 58 %% on visual question answering and 36 %% on vehicle
                tracking. `benchmarks/run plans`
                """.formatted(points, answers.size(), optimal, TIME_LIMIT.toSeconds()));
        for (Family family : Family.values()) {
            List<Answers> ofFamily = answers.stream()
                    .filter(each -> each.point().family() == family)
                    .toList();
            page.text("### " + family.title());
            page.table(family.id(), savings(ofFamily));
            if (family != Family.OTHER) {
                page.plot(family.id(), plot(family, ofFamily));
            }
        }
        page.keep("points", perPoint(answers));
        return page.save();
    }

    private ResultTable savings(List<Answers> answers) {
        ResultTable table = new ResultTable(
                "instead of JellyBean", "both plan", "it has no plan", "saved, median", "saved, most", "at");
        for (String method : others.keySet()) {
            List<Double> saved = savings(answers, method);
            Optional<Answers> most = answers.stream()
                    .filter(each -> each.saving(method).isPresent())
                    .max(Comparator.comparingDouble(each -> each.saving(method).orElseThrow()));
            table.add(
                    method,
                    saved.size(),
                    answers.size() - saved.size(),
                    saved.isEmpty() ? "" : number(saved.get(saved.size() / 2), 1) + " %",
                    saved.isEmpty() ? "" : number(saved.get(saved.size() - 1), 1) + " %",
                    most.map(each -> at(each.point())).orElse(""));
        }
        return table;
    }

    private static String at(Point point) {
        return "%s, %s x the rate, accuracy %s".formatted(point.name(), point.rate(), point.target());
    }

    private static List<Double> savings(List<Answers> answers, String method) {
        return answers.stream()
                .flatMap(each -> each.saving(method).stream())
                .sorted()
                .toList();
    }

    private BoxChart plot(Family family, List<Answers> answers) {
        BoxChart chart = Plots.boxes("Saved: " + family.title(), "% of the other plan's cost");
        others.keySet().forEach(method -> {
            List<Double> saved = savings(answers, method);
            if (!saved.isEmpty()) {
                chart.addSeries(method, saved);
            }
        });
        return chart;
    }

    private ResultTable perPoint(List<Answers> answers) {
        List<String> columns = new ArrayList<>(List.of("problem", "rate factor", "accuracy", "JellyBean, $ per hour"));
        columns.addAll(others.keySet());
        ResultTable table = new ResultTable(columns.toArray(String[]::new));
        for (Answers each : answers) {
            List<Object> cells = new ArrayList<>(List.of(
                    each.point().name(),
                    each.point().rate(),
                    each.point().target(),
                    number(each.ours().cost().total(), 6)));
            for (String method : others.keySet()) {
                Double cost = each.costs().get(method);
                cells.add(cost == null ? "" : number(cost, 6));
            }
            table.add(cells.toArray());
        }
        return table;
    }
}
