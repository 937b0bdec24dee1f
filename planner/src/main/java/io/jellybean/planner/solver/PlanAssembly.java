package io.jellybean.planner.solver;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Cost;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.LinkCost;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.plan.WorkerLoad;
import io.jellybean.domain.problem.TierLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan of a solution: names the workers, spreads the load evenly over those of one kind, and prices it all. */
final class PlanAssembly {

    /** So much more than its cap a worker may be busy before another one is taken: the solver's rounding. */
    private static final double ROUNDING = 5e-7;

    private final Instance instance;
    private final Solution solution;
    private final Map<WorkerKind, Integer> workersTaken = new LinkedHashMap<>();
    private final Map<WorkerKind, Double> busySlots = new LinkedHashMap<>();

    PlanAssembly(Instance instance, Solution solution) {
        this.instance = instance;
        this.solution = solution;
        solution.loads()
                .forEach((option, share) -> busySlots.merge(option.kind(), option.busySlots() * share, Double::sum));
    }

    Plan plan(String inputsSha256, Solver solver) {
        List<Placement> placements = placements();
        List<Flow> flows = new FlowAssembly(instance, solution).flows();
        return new Plan(
                inputsSha256,
                solver,
                cost(),
                instance.combination().accuracies(),
                instance.combination().variantByOperator(),
                usedGroups(),
                placements,
                flows);
    }

    private List<Placement> placements() {
        record Place(String operator, GroupId group, int batch) {}
        Map<Place, List<WorkerLoad>> loadsByPlace = new LinkedHashMap<>();
        solution.loads().forEach((option, share) -> {
            List<String> workers = take(option, share);
            double each = instance.rate(option.operator()) * share / workers.size();
            List<WorkerLoad> loads = loadsByPlace.computeIfAbsent(
                    new Place(option.operator(), option.kind().group(), option.batch()), any -> new ArrayList<>());
            workers.forEach(worker -> loads.add(new WorkerLoad(worker, each)));
        });
        return loadsByPlace.entrySet().stream()
                .map(entry -> new Placement(
                        entry.getKey().operator(),
                        entry.getKey().group(),
                        entry.getKey().batch(),
                        entry.getValue()))
                .toList();
    }

    /** Under shared all operators of a kind get the same workers, under exclusive each its own. */
    private List<String> take(Option option, double share) {
        WorkerKind kind = option.kind();
        if (instance.problem().policy().workerSharing() == WorkerSharing.SHARED) {
            int needed = workersFor(kind, busySlots.getOrDefault(kind, 0.0));
            workersTaken.put(kind, needed);
            return kind.workers().subList(0, needed);
        }
        int needed = workersFor(kind, option.busySlots() * share);
        int before = workersTaken.getOrDefault(kind, 0);
        workersTaken.put(kind, before + needed);
        return kind.workers().subList(before, before + needed);
    }

    private int workersFor(WorkerKind kind, double busy) {
        double capacity = kind.slots() * instance.problem().policy().maxUtilisation();
        return Math.max(1, (int) Math.ceil(busy / capacity * (1 - ROUNDING)));
    }

    private List<UsedGroup> usedGroups() {
        return workersTaken.entrySet().stream()
                .map(entry -> {
                    WorkerKind kind = entry.getKey();
                    int workers = entry.getValue();
                    return new UsedGroup(
                            kind.group(),
                            workers,
                            kind.slots(),
                            workers * kind.usdPerHour(),
                            busySlots.getOrDefault(kind, 0.0) / ((double) workers * kind.slots()));
                })
                .toList();
    }

    private Cost cost() {
        double compute = workersTaken.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().usdPerHour() * entry.getValue())
                .sum();
        Map<TierLink, Double> usdPerHourByLink = new LinkedHashMap<>();
        for (TierLink link : instance.problem().links()) {
            solution.flows().forEach((key, share) -> {
                if (key.takes(link)) {
                    usdPerHourByLink.merge(link, link.usdPerGb() * key.channel().gbPerHour() * share, Double::sum);
                }
            });
        }
        return new Cost(
                compute,
                usdPerHourByLink.entrySet().stream()
                        .map(entry -> new LinkCost(
                                instance.problem().tierName(entry.getKey().fromTier()),
                                instance.problem().tierName(entry.getKey().toTier()),
                                entry.getValue()))
                        .toList());
    }
}
