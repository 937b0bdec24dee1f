package io.jellybean.planner.solver;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Interchangeable workers: same tier, type, price and slots. The model counts them instead of naming them.
 *
 * @param tier index of the tier
 * @param workers their ids, in the order of the problem
 */
record WorkerKind(GroupId group, int tier, double usdPerHour, int slots, List<String> workers) {

    /** All kinds of a problem, in an order that depends on their facts alone. */
    static List<WorkerKind> of(PlanningProblem problem) {
        List<WorkerKind> kinds = new ArrayList<>();
        for (Worker worker : problem.workers()) {
            GroupId group = new GroupId(problem.tierName(worker.tier()), worker.type());
            WorkerKind fresh =
                    new WorkerKind(group, worker.tier(), worker.usdPerHour(), worker.slots(), new ArrayList<>());
            WorkerKind kind = kinds.stream().filter(fresh::isLike).findFirst().orElseGet(() -> {
                kinds.add(fresh);
                return fresh;
            });
            kind.workers.add(worker.id());
        }
        kinds.sort(Comparator.comparingInt(WorkerKind::tier)
                .thenComparing(WorkerKind::group)
                .thenComparingDouble(WorkerKind::usdPerHour)
                .thenComparingInt(WorkerKind::slots));
        return kinds.stream()
                .map(kind ->
                        new WorkerKind(kind.group, kind.tier, kind.usdPerHour, kind.slots, List.copyOf(kind.workers)))
                .toList();
    }

    int count() {
        return workers.size();
    }

    private boolean isLike(WorkerKind other) {
        return group.equals(other.group) && usdPerHour == other.usdPerHour && slots == other.slots;
    }

    @Override
    public String toString() {
        return "%s[%s $/h, %d slots]".formatted(group, usdPerHour, slots);
    }
}
