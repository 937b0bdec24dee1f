package io.jellybean.cli.demo;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.profile.ServiceTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A plan as rows: each operator where it runs, with its share of the price. Operators that share workers split their price
 * by the time that they are planned to keep them busy.
 */
final class PlanTable {

    private final DemoPlan planned;

    PlanTable(DemoPlan planned) {
        this.planned = planned;
    }

    String text() {
        List<Placement> placements = planned.plan().placements();
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                placements,
                List.of(
                        left("operator").with(Placement::operator),
                        left("variant").with(this::variant),
                        left("tier").with(placement -> placement.group().tier()),
                        left("worker type").with(placement -> placement.group().type()),
                        right("workers").with(this::workers),
                        right("load").with(placement -> format("%.1f/s", placement.requestsPerSecond())),
                        right("service time").with(placement -> milliseconds(serviceSeconds(placement))),
                        right("planned busy").with(placement -> percent(busy(placement))),
                        right("$ per hour").with(placement -> format("%.4f", usdPerHour(placement)))));
    }

    private String variant(Placement placement) {
        return planned.deployable().workflow().operator(placement.operator()).needsModel()
                ? plan().variantByOperator().getOrDefault(placement.operator(), "")
                : "";
    }

    private String workers(Placement placement) {
        int available = planned.deployable()
                .infrastructure()
                .group(placement.group())
                .orElseThrow()
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
        if (planned.deployable().sharing() == WorkerSharing.EXCLUSIVE) {
            return used.usdPerHour() * placement.workers() / used.workers();
        }
        double all = plan().placements().stream()
                .filter(other -> other.group().equals(placement.group()))
                .mapToDouble(this::busySlots)
                .sum();
        return used.usdPerHour() * busySlots(placement) / all;
    }

    private double busySlots(Placement placement) {
        return placement.requestsPerSecond() * serviceSeconds(placement);
    }

    private double serviceSeconds(Placement placement) {
        String variant = plan().variantByOperator().get(placement.operator());
        return planned.profile().serviceTimes().stream()
                        .filter(row -> row.operator().equals(placement.operator())
                                && row.variant().equals(variant)
                                && row.workerType().equals(placement.group().type()))
                        .map(ServiceTime::time)
                        .mapToLong(Duration::toNanos)
                        .findFirst()
                        .orElseThrow()
                / 1e9;
    }

    private UsedGroup used(GroupId group) {
        return plan().groups().stream()
                .filter(used -> used.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private Plan plan() {
        return planned.plan();
    }

    private static String milliseconds(double seconds) {
        return seconds < 0.00001 ? "below 0.01 ms" : format("%.2f ms", 1_000 * seconds);
    }

    private static String percent(double share) {
        return share < 0.01 ? "below 1 %" : format("%.0f %%", 100 * share);
    }

    private static Column left(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.RIGHT);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
