package io.jellybean.benchmarks.engine;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.Planner;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a million frames cost by measured profile and example prices: on Spark, which has everything in the cloud, on JellyBean in the cloud,
 * and on JellyBean where the planner puts it. Spark is planned for by the same planner, with service times that are longer by as much as
 * it served fewer frames with one core.
 */
final class DollarsPerFrame {

    private static final List<Double> FRAMES_PER_SECOND = List.of(45.0, 90.0, 180.0, 360.0, 720.0);
    private static final double MAX_UTILISATION = 0.8;
    private static final GroupId CLOUD = new GroupId("cloud", "cloud-vm");

    /** Enough that only prices decide. */
    private static final int MORE_CLOUD_WORKERS = 10;

    private static final double FRAMES_PER_UNIT = 1e6;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final int DIGITS = 2;

    private final PlanningProblem problem;
    private final double askedPerSecond;
    private final double engineRatio;

    /**
     * @param example the folder of the workflow
     * @param served which variants
     * @param engineRatio how many times as many frames JellyBean serves as Spark with one core
     */
    DollarsPerFrame(Path example, Served served, double engineRatio) {
        PlanningProblem asked = PlanningInputs.read(
                        List.of(example.resolve("workflow.yaml")),
                        example.resolve("infrastructure.yaml"),
                        List.of(example.resolve("profile.yaml")))
                .problem();
        ChangedProblem changed = new ChangedProblem(asked)
                .withAccuracyTarget(0, 0)
                .withMaxUtilisation(MAX_UTILISATION)
                .withMoreWorkers(CLOUD, MORE_CLOUD_WORKERS);
        for (Map.Entry<String, String> each : served.variants().entrySet()) {
            changed = changed.withVariant(each.getKey(), each.getValue());
        }
        this.problem = changed.problem();
        this.askedPerSecond = asked.sources().get(0).ratePerSecond();
        this.engineRatio = engineRatio;
    }

    void addTo(ResultsPage page) {
        page.text("""
                ### Dollars per million frames

                Vehicle tracking by the measured profile of `examples/vehicle-tracking`, at most %.0f %% busy, prices of its infrastructure
                with as many virtual machines in the cloud as it takes. Spark has everything in the cloud; it is planned for by the same
                planner with service times %.2f times as long, by the ratio measured above. The share of the engine is that of the
                logarithms of the two ratios. The paper says "up to 5 times cheaper".
                """.formatted(MAX_UTILISATION * 100, engineRatio));
        page.table("dollars", table(problem));
        page.text("The same if links cost nothing:");
        page.table("dollars-without-links", table(withFreeLinks()));
    }

    private ResultTable table(PlanningProblem priced) {
        ResultTable table = new ResultTable(
                "frames per second",
                "Spark, in the cloud",
                "JellyBean, in the cloud",
                "JellyBean, planned",
                "times cheaper",
                "by the engine",
                "by placement",
                "share of the engine");
        MixedIntegerPlanner planner = MixedIntegerPlanner.withDefaults().withoutReasons();
        Planner inTheCloud = new TopTierPlanner(planner);
        for (double perSecond : FRAMES_PER_SECOND) {
            ChangedProblem atRate = new ChangedProblem(priced).withRatesTimes(perSecond / askedPerSecond);
            double spark = dollars(inTheCloud, atRate.withServiceTimes(slower(priced)), perSecond);
            double cloud = dollars(inTheCloud, atRate, perSecond);
            double planned = dollars(planner, atRate, perSecond);
            double engine = spark / cloud;
            double placement = cloud / planned;
            table.add(
                    number(perSecond, 0),
                    number(spark, DIGITS),
                    number(cloud, DIGITS),
                    number(planned, DIGITS),
                    number(spark / planned, DIGITS),
                    number(engine, DIGITS),
                    number(placement, DIGITS),
                    number(100 * Math.log(engine) / Math.log(spark / planned), 0) + " %");
        }
        return table;
    }

    private List<ServiceMillis> slower(PlanningProblem priced) {
        return priced.serviceTimes().stream()
                .map(each -> new ServiceMillis(
                        each.operator(), each.variant(), each.workerType(), each.ms() * engineRatio, each.batch()))
                .toList();
    }

    private PlanningProblem withFreeLinks() {
        return new ChangedProblem(problem)
                .withLinks(problem.links().stream()
                        .map(link -> new TierLink(link.fromTier(), link.toTier(), 0, link.mbps(), link.rttMs()))
                        .toList())
                .problem();
    }

    private static double dollars(Planner planner, ChangedProblem changed, double perSecond) {
        Plan plan = planner.plan(changed.problem())
                .fold(
                        planned -> planned.plan(),
                        infeasible -> {
                            throw new IllegalStateException("no plan for %s frames per second".formatted(perSecond));
                        },
                        undecided -> {
                            throw new IllegalStateException("no plan found in time");
                        });
        return plan.cost().total() / (perSecond * SECONDS_PER_HOUR) * FRAMES_PER_UNIT;
    }
}
