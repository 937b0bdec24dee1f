package io.jellybean.cli.demo;

import io.jellybean.cli.replan.LinkTraffic;
import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.planner.check.PlanChecker;
import io.jellybean.planner.replan.MeasuredUtilisation;
import io.jellybean.planner.replan.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the plan said beforehand, and what the job did while it was fed at an even pace. */
record PredictionTable(DemoPlan planned, DemoRun run, Observation observed) {

    private record Row(String what, String predicted, String measured) {}

    /** Of what is to be served by each operator, the share that was; the least of all operators. */
    double servedShare() {
        return planned.deployable().workflow().operators().stream()
                .mapToDouble(operator -> observed.itemsPerSecond(operator.id())
                        / planned.plan().placementsOf(operator.id()).stream()
                                .mapToDouble(Placement::requestsPerSecond)
                                .sum())
                .min()
                .orElse(1);
    }

    /** By worker group: by how much more of its slots was used than planned; negative: less. */
    Map<GroupId, Double> utilisationErrors() {
        Map<GroupId, Double> errors = new TreeMap<>();
        Map<GroupId, Double> busy = new MeasuredUtilisation(planned.plan(), observed).byGroup();
        planned.plan()
                .groups()
                .forEach(group ->
                        errors.put(group.group(), busy.getOrDefault(group.group(), 0.0) - group.utilisation()));
        return errors;
    }

    /** What travels between tiers. */
    List<LinkTraffic> traffic() {
        return LinkTraffic.of(planned.deployable(), observed);
    }

    String text() {
        List<Row> rows = new ArrayList<>();
        planned.plan().placements().forEach(placement -> rows.add(load(placement)));
        Map<GroupId, Double> busy = new MeasuredUtilisation(planned.plan(), observed).byGroup();
        planned.plan().groups().forEach(group -> rows.add(utilisation(group, busy.getOrDefault(group.group(), 0.0))));
        traffic().forEach(link -> rows.add(traffic(link)));
        double leastMs = PlanChecker.check(planned.problem(), planned.plan()).latencyMs();
        String least = format("at least %.0f ms", leastMs);
        VehicleRun vehicles = run.vehicles();
        if (vehicles != null) {
            rows.add(new Row(
                    "capture to result",
                    least,
                    new ServedFrames(vehicles).latency().toString()));
        }
        QuestionRun questions = run.questions();
        if (questions != null) {
            rows.add(new Row(
                    "question to answer",
                    least,
                    new ServedQuestions(questions).latency().toString()));
        }
        return new Table<Row>()
                .text(format("over %.0f s", observed.over().toMillis() / 1_000.0), Row::what)
                .number("predicted", Row::predicted)
                .number("measured", Row::measured)
                .of(rows);
    }

    /** CPU time is what a slot has to give; where machines are shared, the clock runs on while others are served. */
    private Row load(Placement placement) {
        String measured = observed.stages().stream()
                .filter(stage -> stage.operator().equals(placement.operator())
                        && stage.group().equals(placement.group()))
                .map(stage -> format("%.1f/s of %.2f ms", stage.itemsPerSecond(), stage.serviceMillis()))
                .findFirst()
                .orElse("");
        return new Row(
                "%s on %s".formatted(placement.operator(), placement.group()),
                format("%.1f/s of %.2f ms", placement.requestsPerSecond(), serviceMillis(placement)),
                measured);
    }

    private double serviceMillis(Placement placement) {
        return planned.problem()
                .serviceTime(
                        placement.operator(),
                        planned.plan().variantByOperator().getOrDefault(placement.operator(), ""),
                        placement.group().type(),
                        placement.batchSize())
                .map(ServiceMillis::msPerRequest)
                .orElse(Double.NaN);
    }

    private static Row utilisation(UsedGroup group, double measured) {
        return new Row(
                "utilisation of " + group.group(),
                format("%.1f %%", 100 * group.utilisation()),
                format("%.1f %%", 100 * measured));
    }

    private static Row traffic(LinkTraffic link) {
        String predicted = Double.isNaN(link.plannedMbps()) ? "" : format("%.2f Mbit/s", link.plannedMbps());
        return new Row(link.name(), predicted, format("%.2f Mbit/s", link.mbps()));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
