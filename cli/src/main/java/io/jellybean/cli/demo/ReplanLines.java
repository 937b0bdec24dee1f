package io.jellybean.cli.demo;

import io.jellybean.cli.plan.CostLines;
import io.jellybean.cli.plan.PlanTable;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.replan.PlanDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was changed while the job ran, and how long that took, for the report. */
record ReplanLines(Replanned replanned, DemoRun run) {

    private static final long AROUND_MILLIS = 30_000;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Replanned, as the cameras doubled their rate");
        lines.add(CostLines.line("because", replanned.why()));
        Plan after = replanned.after();
        PlanningProblem problem = replanned.problem();
        if (after == null || problem == null) {
            lines.add(CostLines.line("the plan", "stayed as it was"));
            return lines;
        }
        lines.add(new PlanTable(problem, after).text());
        PlanDifference difference = new PlanDifference(replanned.before(), after);
        difference.variants().forEach(line -> lines.add(CostLines.line("variant", line)));
        difference.workers().forEach(line -> lines.add(CostLines.line("workers", line)));
        difference.moves().forEach(line -> lines.add(CostLines.line("place", line)));
        lines.add(CostLines.line(
                "in all",
                "%s instead of %s"
                        .formatted(
                                CostLines.dollars(after.cost().total()),
                                CostLines.dollars(replanned.before().cost().total()))));
        VehicleRun vehicles = run.vehicles();
        if (vehicles != null) {
            lines.add(CostLines.line("without results", gap(vehicles)));
        }
        return lines;
    }

    private String gap(VehicleRun vehicles) {
        List<Long> written = vehicles.tracks().stream()
                .map(Received::writtenAtMillis)
                .sorted()
                .toList();
        long at = replanned.at().toEpochMilli();
        long longest = 0;
        for (int i = 1; i < written.size(); i++) {
            if (written.get(i) > at && written.get(i - 1) < at + AROUND_MILLIS) {
                longest = Math.max(longest, written.get(i) - written.get(i - 1));
            }
        }
        return String.format(Locale.ROOT, "for %.1f s, while the job was moved", longest / 1_000.0);
    }
}
