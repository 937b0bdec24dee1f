package io.jellybean.cli.demo;

import io.jellybean.planner.replan.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person wants to know after the demo; every figure comes from this run. */
final class DemoReport {

    private final List<String> lines = new ArrayList<>();
    private final List<String> problems;
    private final @Nullable PredictionTable prediction;

    /**
     * @param folder that the run is saved in
     */
    DemoReport(DemoPlan planned, DemoRun run, Path folder) {
        problems = new DemoProblems(run).all();
        lines.add("");
        lines.addAll(new PlanLines(planned).lines());
        lines.add("");
        Replanned replanned = run.replanned();
        if (replanned != null) {
            lines.addAll(new ReplanLines(replanned, run).lines());
            lines.add("");
        }
        lines.add("Served");
        lines.addAll(new ServedLines(run).lines());
        lines.add("");
        Observation observed = run.observed();
        prediction = observed == null ? null : new PredictionTable(planned, run, observed);
        if (prediction != null) {
            lines.add("Predicted and measured");
            lines.add(prediction.text());
            lines.add("");
        }
        lines.add("Against the street's ground truth");
        lines.addAll(new TruthLines(planned, run).lines());
        lines.add("");
        problems.forEach(problem -> lines.add("NOT AS IT SHOULD BE: " + problem));
        lines.add(
                "Saved in %s: report.txt, plan.json, the measured profiles, annotated frames, logs".formatted(folder));
    }

    /** Null if the pace or the plan changed. */
    @Nullable
    PredictionTable prediction() {
        return prediction;
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Whether it went as planned and nothing was lost. */
    boolean succeeded() {
        return problems.isEmpty();
    }
}
