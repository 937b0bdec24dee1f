package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What more cameras than this machine can play would take, by the measured profile. */
final class PaperPlan {

    private static final List<Integer> CAMERAS = List.of(3, 100, 1_000, 10_000);

    /** Of the example. */
    private static final int CAMERAS_PER_STREET = 3;

    private static final double MAX_UTILISATION = 0.8;
    private static final double HOURS_PER_MONTH = 730;
    private static final double NANOS = 1e9;

    private final PlanningProblem street;

    /**
     * @param example the folder of the workflow
     */
    PaperPlan(Path example) {
        street = PlanningInputs.read(
                        List.of(example.resolve("workflow.yaml")),
                        example.resolve("infrastructure.yaml"),
                        List.of(example.resolve("profile.yaml")))
                .problem();
    }

    void addTo(ResultsPage page) {
        page.text("""
                ### On paper

                Plans for more streets like that of `examples/vehicle-tracking`, by its measured profile and prices, workers at most %.0f %%
                busy: for each street, of three cameras, the infrastructure has as many workers more. Tracks are associated within a street,
                so that work splits by streets. Nobody ran these; `benchmarks/run scale`
                """.formatted(MAX_UTILISATION * 100));
        ResultTable table = new ResultTable(
                "cameras",
                "frames/s",
                "workers used",
                "$ per hour",
                "$ per camera and month",
                "status",
                "planned in, s");
        for (int cameras : CAMERAS) {
            long before = System.nanoTime();
            PlanningOutcome outcome = MixedIntegerPlanner.withDefaults()
                    .withoutReasons()
                    .plan(of((cameras + CAMERAS_PER_STREET - 1) / CAMERAS_PER_STREET));
            double seconds = (System.nanoTime() - before) / NANOS;
            Plan plan = outcome.fold(
                    planned -> planned.plan(),
                    infeasible -> {
                        throw new IllegalStateException("no plan for %d cameras".formatted(cameras));
                    },
                    undecided -> {
                        throw new IllegalStateException(undecided.reason());
                    });
            double usdPerHour = plan.cost().total();
            table.add(
                    cameras,
                    number(framesPerSecond(cameras), 0),
                    used(plan),
                    number(usdPerHour, 2),
                    number(usdPerHour / cameras * HOURS_PER_MONTH, 2),
                    plan.solver().status(),
                    number(seconds, 1));
        }
        page.table("paper", table);
    }

    private PlanningProblem of(int streets) {
        ChangedProblem city = new ChangedProblem(street).withRatesTimes(streets).withMaxUtilisation(MAX_UTILISATION);
        for (ProblemOperator operator : street.operators()) {
            Integer maxSlots = operator.maxSlots();
            city = city.withOperator(new ProblemOperator(
                    operator.id(),
                    operator.variants(),
                    operator.stateful(),
                    maxSlots == null ? null : maxSlots * streets));
        }
        for (GroupId group : groups()) {
            city = city.withMoreWorkers(group, (int) (workersOf(group) * (streets - 1)));
        }
        return city.problem();
    }

    private List<GroupId> groups() {
        return street.workers().stream()
                .map(worker -> new GroupId(street.tierName(worker.tier()), worker.type()))
                .distinct()
                .toList();
    }

    private long workersOf(GroupId group) {
        return street.workers().stream()
                .filter(worker -> worker.type().equals(group.type()))
                .count();
    }

    private double framesPerSecond(int cameras) {
        return street.sources().get(0).ratePerSecond() / CAMERAS_PER_STREET * cameras;
    }

    private static String used(Plan plan) {
        return plan.groups().stream()
                .map(group -> "%d x %s".formatted(group.workers(), group.group()))
                .collect(Collectors.joining(", "));
    }
}
