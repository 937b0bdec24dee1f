package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.workflow.Operator;
import java.util.Locale;

/**
 * A plan as rows: each operator where it runs, with its share of the price. Operators that share workers split their price
 * by the time that they are planned to keep them busy.
 */
public final class PlanTable {

    private final PlanningProblem problem;
    private final Plan plan;

    public PlanTable(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** The table, one line per placement. */
    public String text() {
        Table<Placement> table = new Table<Placement>()
                .text("operator", Placement::operator)
                .text("variant", this::variant)
                .text("tier", placement -> placement.group().tier())
                .text("worker type", placement -> placement.group().type())
                .number("workers", this::workers)
                .number("load", placement -> format("%.1f/s", placement.requestsPerSecond()))
                .number(
                        "service time",
                        placement -> milliseconds(service(placement).ms()));
        if (plan.placements().stream().anyMatch(placement -> placement.batchSize() > 1)) {
            table.number("batch", placement -> String.valueOf(placement.batchSize()));
        }
        return table.number("planned busy", placement -> percent(busy(placement)))
                .number("$ per hour", placement -> format("%.4f", usdPerHour(placement)))
                .of(plan.placements());
    }

    private String variant(Placement placement) {
        String variant = plan.variantByOperator().getOrDefault(placement.operator(), "");
        return variant.equals(Operator.WITHOUT_MODEL) ? "" : variant;
    }

    private String workers(Placement placement) {
        GroupId group = placement.group();
        long available = problem.workers().stream()
                .filter(worker -> worker.type().equals(group.type())
                        && problem.tierName(worker.tier()).equals(group.tier()))
                .count();
        return "%d of %d".formatted(placement.workers(), available);
    }

    /** The share of the slots' time of its workers that an operator is planned to take, 0..1. */
    private double busy(Placement placement) {
        return busySlots(placement)
                / (placement.workers() * used(placement.group()).slotsPerWorker());
    }

    private double usdPerHour(Placement placement) {
        UsedGroup used = used(placement.group());
        if (problem.policy().workerSharing() == WorkerSharing.EXCLUSIVE) {
            return used.usdPerHour() * placement.workers() / used.workers();
        }
        double all = plan.placements().stream()
                .filter(other -> other.group().equals(placement.group()))
                .mapToDouble(this::busySlots)
                .sum();
        return used.usdPerHour() * busySlots(placement) / all;
    }

    private double busySlots(Placement placement) {
        ServiceMillis service = service(placement);
        return placement.requestsPerSecond() * service.ms() / service.batch() / 1_000;
    }

    private ServiceMillis service(Placement placement) {
        return problem.serviceTime(
                        placement.operator(),
                        plan.variantByOperator().getOrDefault(placement.operator(), ""),
                        placement.group().type(),
                        placement.batchSize())
                .orElseThrow();
    }

    private UsedGroup used(GroupId group) {
        return plan.groups().stream()
                .filter(used -> used.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static String milliseconds(double ms) {
        return ms < 0.01 ? "below 0.01 ms" : format("%.2f ms", ms);
    }

    private static String percent(double share) {
        return share < 0.01 ? "below 1 %" : format("%.0f %%", 100 * share);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
