package io.jellybean.cli.demo;

import static io.jellybean.cli.plan.CostLines.dollars;

import io.jellybean.cli.plan.CostLines;
import io.jellybean.cli.plan.PlanTable;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.objective.Objective;
import io.jellybean.domain.plan.Plan;
import io.jellybean.operators.scoring.TrackingScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person wants to know after the demo; every figure comes from this run. */
final class DemoReport {

    private final DemoPlan planned;
    private final DemoRun run;
    private final Served served;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param folder that the run is saved in
     */
    DemoReport(DemoPlan planned, DemoRun run, Path folder) {
        this.planned = planned;
        this.run = run;
        this.served = new Served(run);
        this.folder = folder;
        addWhatWasPlanned();
        addWhatItCosts();
        addWhatWasServed();
        addHowGoodItWas();
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Whether it went as planned and nothing was lost. */
    boolean succeeded() {
        return problems().isEmpty();
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>(run.placements().differences());
        addIf(problems, served.lost(), "%d frames have no result");
        addIf(problems, served.notRejected(), "%d unusable frames were not rejected");
        addIf(problems, -served.notRejected(), "%d usable frames were rejected");
        addIf(problems, run.restarts(), "the job failed and was restarted");
        return problems;
    }

    private static void addIf(List<String> problems, long count, String problem) {
        if (count > 0) {
            problems.add(problem.formatted(count));
        }
    }

    private void addWhatWasPlanned() {
        Objective objective = planned.objective();
        double rate = objective.requestsPerSecondBySource().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        lines.add("");
        lines.add(format(
                "Plan of %s on %s: %.0f frames per second, AP50 at least %.2f, workers at most %.0f %% busy",
                planned.deployable().workflow().id(),
                planned.deployable().infrastructure().id(),
                rate,
                objective.minAccuracy(),
                100 * objective.maxUtilisation()));
        lines.add(new PlanTable(planned.problem(), planned.plan()).text());
    }

    private void addWhatItCosts() {
        Plan plan = planned.plan();
        lines.addAll(CostLines.of(plan));
        add("everything in the cloud", cloud(plan));
        double ingest = planned.deployable().infrastructure().ingest().stream()
                .mapToDouble(IngestHost::usdPerHour)
                .sum();
        add("ingest, beside the plan", dollars(ingest));
    }

    private String cloud(Plan plan) {
        return planned.everythingInTheCloud()
                .map(Plan::cost)
                .map(cost -> format(
                        "%s; this plan saves %.0f %%",
                        dollars(cost.total()), 100 * (1 - plan.cost().total() / cost.total())))
                .orElse("cannot meet the objective");
    }

    private void addWhatWasServed() {
        lines.add("");
        lines.add("Served");
        add("placement", placement());
        add(
                "frames in",
                format(
                        "%d from %d cameras",
                        served.in(), run.recording().cameras().size()));
        add("frames out", format("%d; %d lost, %d doubled", served.out(), served.lost(), served.doubled()));
        add("rejected", rejected());
        add("throughput", format("%.1f frames per second", served.framesPerSecond()));
        Latency latency = served.latency();
        add(
                "capture to result",
                format("p50 %d ms, p99 %d ms", latency.percentileMillis(0.5), latency.percentileMillis(0.99)));
    }

    private String placement() {
        if (!run.placements().asPlanned()) {
            return "NOT as planned: " + String.join("; ", run.placements().differences());
        }
        return "as planned (%d vertices on %d TaskManagers)"
                .formatted(
                        run.placements().taskManagersByVertex().size(),
                        run.placements().taskManagers());
    }

    private String rejected() {
        if (served.rejected() == 0 && run.badFramesSent() == 0) {
            return "0";
        }
        String reasons = served.rejectedByReason().entrySet().stream()
                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
        return "%d of %d injected: %s".formatted(served.rejected(), run.badFramesSent(), reasons);
    }

    private void addHowGoodItWas() {
        GroundTruth truth = new GroundTruth(run);
        TrackingScore tracking = truth.tracking();
        lines.add("");
        lines.add("Against the street's ground truth");
        add(
                "detection",
                format(
                        "AP50 %.3f (planned with %.3f)",
                        truth.ap50(), planned.plan().accuracy()));
        add(
                "tracking",
                format(
                        "IDF1 %.3f, MOTA %.3f, HOTA %.3f, %d identity switches in %d boxes",
                        tracking.idf1(),
                        tracking.mota(),
                        tracking.hota(),
                        tracking.idSwitches(),
                        tracking.truthBoxes()));
        lines.add("");
        for (String problem : problems()) {
            lines.add("NOT AS IT SHOULD BE: " + problem);
        }
        lines.add("Saved in %s: report.txt, plan.json, profile.json, annotated frames, logs".formatted(folder));
    }

    private void add(String name, String value) {
        lines.add(CostLines.line(name, value));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
