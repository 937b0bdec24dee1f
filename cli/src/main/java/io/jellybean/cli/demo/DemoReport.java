package io.jellybean.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a person wants to know after the demo; every figure comes from this run. */
final class DemoReport {

    private final List<String> lines = new ArrayList<>();
    private final List<String> problems;

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
        lines.add("Against the street's ground truth");
        lines.addAll(new TruthLines(planned, run).lines());
        lines.add("");
        problems.forEach(problem -> lines.add("NOT AS IT SHOULD BE: " + problem));
        lines.add(
                "Saved in %s: report.txt, plan.json, the measured profiles, annotated frames, logs".formatted(folder));
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Whether it went as planned and nothing was lost. */
    boolean succeeded() {
        return problems.isEmpty();
    }
}
