package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What more cameras than this machine can play would take, by the measured profile. */
final class PaperPlan {

    private static final List<Integer> CAMERAS = List.of(3, 99, 999, 9_999);
    private static final double HOURS_PER_MONTH = 730;
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;

    private final City city;

    /**
     * @param examples the folder of all examples
     */
    PaperPlan(Path examples) {
        city = City.read(examples, "vehicle-tracking");
    }

    void addTo(ResultsPage page) {
        page.text("""
                ### On paper

                Plans for more streets like that of `examples/vehicle-tracking`, by its measured profile and prices, workers at most %.0f %%
                busy: for each street, of %d cameras, there are as many workers and links more, and tracks are associated within it. The workers
                of a tier serve all streets. Nobody ran these. `benchmarks/run scale`
                """.formatted(City.MAX_UTILISATION * PERCENT, City.CAMERAS_PER_STREET));
        ResultTable table = new ResultTable(
                "cameras",
                "frames/s",
                "workers used",
                "$ per hour",
                "$ per camera and month",
                "gap to the optimum, at most",
                "planned in, s");
        for (int cameras : CAMERAS) {
            addTo(table, cameras);
        }
        page.table("paper", table);
    }

    private void addTo(ResultTable table, int cameras) {
        int streets = cameras / City.CAMERAS_PER_STREET;
        long before = System.nanoTime();
        Plan plan = MixedIntegerPlanner.withDefaults()
                .withoutReasons()
                .plan(city.of(streets))
                .fold(
                        planned -> planned.plan(),
                        infeasible -> {
                            throw new IllegalStateException(
                                    "no plan for %d cameras: %s".formatted(cameras, infeasible.reasons()));
                        },
                        undecided -> {
                            throw new IllegalStateException(undecided.reason());
                        });
        double seconds = (System.nanoTime() - before) / NANOS;
        double usdPerHour = plan.cost().total();
        table.add(
                cameras,
                number(city.requestsPerSecond(streets), 0),
                plan.groups().stream()
                        .map(group -> "%d x %s".formatted(group.workers(), group.group()))
                        .collect(Collectors.joining(", ")),
                number(usdPerHour, 2),
                number(usdPerHour / cameras * HOURS_PER_MONTH, 2),
                number(plan.solver().gap() * PERCENT, 4) + " %",
                number(seconds, 1));
    }
}
