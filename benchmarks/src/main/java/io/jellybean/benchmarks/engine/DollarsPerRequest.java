package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.util.List;
import java.util.Map;

/**
 * What a million requests cost by measured profile and example prices: on Spark, which has everything in the cloud, on JellyBean in the
 * cloud, and on JellyBean where the planner puts it. Spark is planned for by the same planner, with service times that are multiplied
 * by how many times as many requests JellyBean served with one core.
 */
final class DollarsPerRequest {

    private static final List<Integer> STREETS = List.of(1, 10, 100, 1_000);
    private static final double REQUESTS_PER_UNIT = 1e6;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double PERCENT = 100;

    private final Served served;
    private final City city;
    private final double engineRatio;

    /**
     * @param city what is asked of it with any variants
     * @param served which variants
     * @param engineRatio how many times as many requests JellyBean serves as Spark with one core
     */
    DollarsPerRequest(City city, Served served, double engineRatio) {
        ChangedProblem asked = new ChangedProblem(city.street()).withAccuracyTarget(0, 0);
        for (Map.Entry<String, String> each : served.variants().entrySet()) {
            asked = asked.withVariant(each.getKey(), each.getValue());
        }
        this.served = served;
        this.city = new City(asked.problem());
        this.engineRatio = engineRatio;
    }

    void addTo(ResultsPage page) {
        page.text("""
                #### %s

                JellyBean serves %.2f times as many of them as Spark with one core, by the median above:
                """.formatted(served.name(), engineRatio));
        page.table("dollars-" + served.workflow(), table(false));
        page.text("The same if links cost nothing:");
        page.table("dollars-%s-without-links".formatted(served.workflow()), table(true));
    }

    private ResultTable table(boolean freeLinks) {
        ResultTable table = new ResultTable(
                "requests per second",
                "Spark, in the cloud",
                "JellyBean, in the cloud",
                "JellyBean, planned",
                "times cheaper",
                "by the engine",
                "by placement",
                "share of the engine");
        MixedIntegerPlanner planner = MixedIntegerPlanner.withDefaults().withoutReasons();
        Planner inTheCloud = new TopTierPlanner(planner);
        for (int streets : STREETS) {
            PlanningProblem problem = freeLinks ? withFreeLinks(city.of(streets)) : city.of(streets);
            double perSecond = city.requestsPerSecond(streets);
            double spark = dollars(inTheCloud, slower(problem), perSecond);
            double cloud = dollars(inTheCloud, problem, perSecond);
            double planned = dollars(planner, problem, perSecond);
            double engine = spark / cloud;
            double placement = cloud / planned;
            table.add(
                    number(perSecond, 0),
                    number(spark, 3),
                    number(cloud, 3),
                    number(planned, 3),
                    number(engine * placement, 1),
                    number(engine, 2),
                    number(placement, 2),
                    number(PERCENT * Math.log(engine) / Math.log(engine * placement), 0) + " %");
        }
        return table;
    }

    private PlanningProblem slower(PlanningProblem problem) {
        return new ChangedProblem(problem)
                .withServiceTimes(problem.serviceTimes().stream()
                        .map(each -> new ServiceMillis(
                                each.operator(),
                                each.variant(),
                                each.workerType(),
                                each.ms() * engineRatio,
                                each.batch()))
                        .toList())
                .problem();
    }

    private static PlanningProblem withFreeLinks(PlanningProblem problem) {
        return new ChangedProblem(problem)
                .withLinks(problem.links().stream()
                        .map(link -> new TierLink(link.fromTier(), link.toTier(), 0, link.mbps(), link.rttMs()))
                        .toList())
                .problem();
    }

    private static double dollars(Planner planner, PlanningProblem problem, double perSecond) {
        Plan plan = planner.plan(problem)
                .fold(
                        planned -> planned.plan(),
                        infeasible -> {
                            throw new IllegalStateException("no plan for %s requests per second: %s"
                                    .formatted(perSecond, infeasible.reasons()));
                        },
                        undecided -> {
                            throw new IllegalStateException(undecided.reason());
                        });
        return plan.cost().total() / (perSecond * SECONDS_PER_HOUR) * REQUESTS_PER_UNIT;
    }
}
