package io.jellybean.planner.check;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.plan.WorkerLoad;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules on loads and workers, and the price of the workers. */
final class LoadCheck {

    private final PlannedProblem planned;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Set<String>> operatorsByWorker = new TreeMap<>();
    private final Map<String, Double> busySlotsByWorker = new TreeMap<>();
    private final double maxUtilisation;

    LoadCheck(PlannedProblem planned) {
        this.planned = planned;
        this.maxUtilisation = planned.problem().policy().maxUtilisation();
        planned.plan().placements().forEach(this::addPlacement);
        planned.problem().operators().forEach(this::checkOperator);
        busySlotsByWorker.forEach(this::checkWorker);
        planned.plan().placements().forEach(this::checkBatches);
        checkUsedGroups();
    }

    List<String> violations() {
        return violations;
    }

    double computeUsdPerHour() {
        return operatorsByWorker.keySet().stream()
                .flatMap(id -> planned.worker(id).stream())
                .mapToDouble(Worker::usdPerHour)
                .sum();
    }

    private void addPlacement(Placement placement) {
        if (planned.service(placement).isEmpty()) {
            violations.add("%s cannot run on %s in batches of %d"
                    .formatted(placement.operator(), placement.group(), placement.batchSize()));
        }
        for (WorkerLoad load : placement.loads()) {
            boolean known = planned.worker(load.worker())
                    .map(worker -> planned.group(worker).equals(placement.group()))
                    .orElse(false);
            if (!known) {
                violations.add("there is no worker %s in group %s".formatted(load.worker(), placement.group()));
            }
            operatorsByWorker
                    .computeIfAbsent(load.worker(), any -> new TreeSet<>())
                    .add(placement.operator());
            double busy = load.requestsPerSecond() * planned.busySlotsPerRequest(placement);
            busySlotsByWorker.merge(load.worker(), busy, Double::sum);
        }
    }

    private void checkOperator(ProblemOperator operator) {
        List<Placement> placements = planned.plan().placementsOf(operator.id());
        double served =
                placements.stream().mapToDouble(Placement::requestsPerSecond).sum();
        if (Tolerance.differ(served, planned.rate(operator.id()))) {
            violations.add(
                    "%s serves %s of %s requests/s".formatted(operator.id(), served, planned.rate(operator.id())));
        }
        if (operator.stateful() && placements.size() > 1) {
            violations.add("%s is stateful, but placed on %s"
                    .formatted(
                            operator.id(),
                            placements.stream().map(Placement::group).toList()));
        }
        Integer maxSlots = operator.maxSlots();
        double busy = placements.stream()
                .mapToDouble(placement -> placement.requestsPerSecond() * planned.busySlotsPerRequest(placement))
                .sum();
        if (maxSlots != null && Tolerance.exceeds(busy, maxSlots * maxUtilisation)) {
            violations.add("%s keeps %s slots busy, but maxSlots is %d and maxUtilisation %s"
                    .formatted(operator.id(), busy, maxSlots, maxUtilisation));
        }
    }

    private void checkWorker(String id, double busySlots) {
        int slots = planned.worker(id).map(Worker::slots).orElse(1);
        if (Tolerance.exceeds(busySlots / slots, maxUtilisation)) {
            violations.add("worker %s is utilised %s, but maxUtilisation is %s"
                    .formatted(id, busySlots / slots, maxUtilisation));
        }
        Set<String> operators = operatorsByWorker.getOrDefault(id, Set.of());
        boolean exclusive = planned.problem().policy().workerSharing() == WorkerSharing.EXCLUSIVE;
        if (exclusive && operators.size() > 1) {
            violations.add("worker %s serves %s, but workers are exclusive".formatted(id, operators));
        }
    }

    /** Batches of b fill if load * batchWaitMs >= (b - 1) * 1000 * slots of the workers there. */
    private void checkBatches(Placement placement) {
        boolean shared = planned.problem().policy().workerSharing() == WorkerSharing.SHARED;
        Set<String> own = new TreeSet<>();
        placement.loads().forEach(load -> own.add(load.worker()));
        double slots = operatorsByWorker.keySet().stream()
                .flatMap(id -> planned.worker(id).stream())
                .filter(worker -> planned.group(worker).equals(placement.group()))
                .filter(worker -> shared || own.contains(worker.id()))
                .mapToDouble(Worker::slots)
                .sum();
        double waitMs = planned.problem().policy().batchWaitMs();
        double neededMs = (placement.batchSize() - 1) * 1000.0 * slots;
        if (placement.batchSize() > 1 && Tolerance.exceeds(neededMs, placement.requestsPerSecond() * waitMs)) {
            violations.add("batches of %d of %s on %s do not fill within %s ms"
                    .formatted(placement.batchSize(), placement.operator(), placement.group(), waitMs));
        }
    }

    /** The groups that the plan says it pays for are those that carry load. */
    private void checkUsedGroups() {
        Map<GroupId, Integer> workersByGroup = new TreeMap<>();
        Map<GroupId, Double> busyByGroup = new TreeMap<>();
        operatorsByWorker.keySet().stream()
                .flatMap(id -> planned.worker(id).stream())
                .forEach(worker -> {
                    workersByGroup.merge(planned.group(worker), 1, Integer::sum);
                    busyByGroup.merge(
                            planned.group(worker), busySlotsByWorker.getOrDefault(worker.id(), 0.0), Double::sum);
                });
        Map<GroupId, Integer> said = new TreeMap<>();
        Map<GroupId, Double> saidBusy = new TreeMap<>();
        for (UsedGroup group : planned.plan().groups()) {
            said.merge(group.group(), group.workers(), Integer::sum);
            saidBusy.merge(group.group(), group.utilisation() * group.slots(), Double::sum);
        }
        if (!said.equals(workersByGroup)) {
            violations.add("the plan says it uses workers %s, but it uses %s".formatted(said, workersByGroup));
        }
        busyByGroup.forEach((group, busy) -> {
            if (Tolerance.differ(saidBusy.getOrDefault(group, Double.NaN), busy)) {
                violations.add("the plan says %s slots of %s are busy, but it is %s"
                        .formatted(saidBusy.get(group), group, busy));
            }
        });
    }
}
