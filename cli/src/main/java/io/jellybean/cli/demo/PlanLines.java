package io.jellybean.cli.demo;

import io.jellybean.cli.plan.CostLines;
import io.jellybean.cli.plan.PlanTable;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.objective.Objective;
import io.jellybean.planner.compile.ProfiledWorkflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plan and its price, for the report. */
record PlanLines(DemoPlan planned) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "Plan of %s on %s, workers at most %.0f %% busy",
                planned.deployable().workflow().id(),
                planned.deployable().infrastructure().id(),
                100 * planned.deployable().maxUtilisation()));
        planned.inputs().workflows().forEach(workflow -> lines.add(wanted(workflow)));
        lines.add(new PlanTable(planned.problem(), planned.plan()).text());
        lines.addAll(CostLines.of(planned.plan()));
        alone().ifPresent(lines::add);
        lines.add(CostLines.line("everything in the cloud", cloud()));
        double ingest = planned.deployable().infrastructure().ingest().stream()
                .mapToDouble(IngestHost::usdPerHour)
                .sum();
        lines.add(CostLines.line("ingest, beside the plan", CostLines.dollars(ingest)));
        return lines;
    }

    private static String wanted(ProfiledWorkflow workflow) {
        Objective objective = workflow.wanted().objective();
        String rates = objective.requestsPerSecondBySource().entrySet().stream()
                .map(entry -> format("%.0f %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        String metric = workflow.profile().accuracy().metric();
        return CostLines.line(
                workflow.wanted().workflow().id(),
                format(
                        "per second %s; %s at least %.2f",
                        rates, metric == null ? "accuracy" : metric, objective.minAccuracy()));
    }

    private Optional<String> alone() {
        List<Double> alone = planned.alone();
        if (alone.isEmpty()) {
            return Optional.empty();
        }
        double sum = alone.stream().mapToDouble(Double::doubleValue).sum();
        if (sum < planned.plan().cost().total()) { // each alone would have the same cheap workers
            return Optional.empty();
        }
        String each = IntStream.range(0, alone.size())
                .mapToObj(i -> format(
                        "%s %.4f",
                        planned.inputs().workflows().get(i).wanted().workflow().id(), alone.get(i)))
                .collect(Collectors.joining(" + "));
        return Optional.of(CostLines.line(
                "each on its own workers", format("%s = %s; %s", each, CostLines.dollars(sum), saving(sum))));
    }

    private String cloud() {
        return planned.everythingInTheCloud()
                .map(plan -> plan.cost().total())
                .map(cost -> CostLines.dollars(cost) + "; " + saving(cost))
                .orElse("cannot meet the objective");
    }

    private String saving(double other) {
        return format(
                "this plan saves %.0f %%", 100 * (1 - planned.plan().cost().total() / other));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
