package io.jellybean.cli.plan;

import io.jellybean.domain.plan.LinkCost;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a plan costs, line by line, and how sure that is. */
public final class CostLines {

    private static final String LINE = "  %-26s %s";

    private CostLines() {}

    /** Workers, each link that carries traffic, the sum with its proof. */
    public static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(line("workers", dollars(plan.cost().computeUsdPerHour())));
        for (LinkCost link : plan.cost().links()) {
            lines.add(line("link %s to %s".formatted(link.fromTier(), link.toTier()), dollars(link.usdPerHour())));
        }
        lines.add(line("in all", dollars(plan.cost().total()) + ", " + proof(plan.solver())));
        return lines;
    }

    /** A named value, aligned with the others. */
    public static String line(String name, String value) {
        return LINE.formatted(name, value);
    }

    /** A price. */
    public static String dollars(double usdPerHour) {
        return String.format(Locale.ROOT, "%.4f $ per hour", usdPerHour);
    }

    private static String proof(Solver solver) {
        return solver.status() == Solver.Status.OPTIMAL
                ? "optimal: proven that no plan is cheaper"
                : String.format(
                        Locale.ROOT,
                        "feasible: no plan is cheaper than %.4f $ per hour, %.2f %% less",
                        solver.boundUsdPerHour(),
                        100 * solver.gap());
    }
}
