package io.jellybean.planner.baseline;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.Cost;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.LinkCost;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.plan.SourceFlow;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.plan.WorkerLoad;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A plan made of loads on named workers, one operator a worker, without batches. Every channel is split in proportion to the
 * loads: f(i, j) = x(u, i) * x(v, j) / T(u), in requests of v.
 */
final class ProportionalPlan {

    private static final double KB_PER_GB = 1024.0 * 1024.0;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MS_PER_SECOND = 1_000;

    private final PlanningProblem problem;
    private final Map<String, String> variantByOperator;
    private final Map<String, Worker> workerById;
    private final List<Placement> placements = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    /**
     * @param loadsByOperator what each worker serves of an operator, requests per second
     */
    ProportionalPlan(
            PlanningProblem problem,
            Map<String, String> variantByOperator,
            Map<String, List<WorkerLoad>> loadsByOperator) {
        this.problem = problem;
        this.variantByOperator = variantByOperator;
        this.workerById = problem.workers().stream().collect(Collectors.toMap(Worker::id, worker -> worker));
        loadsByOperator.forEach((operator, loads) -> loads.stream()
                .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()))
                .forEach((group, ofGroup) -> placements.add(new Placement(operator, group, 1, ofGroup))));
        problem.channels().forEach(this::split);
    }

    /**
     * The plan.
     *
     * @param method that made it; it proves no bound
     */
    Plan plan(String method) {
        double compute = placements.stream()
                .flatMap(placement -> placement.loads().stream())
                .mapToDouble(load -> worker(load).usdPerHour())
                .sum();
        return new Plan(
                ProblemFile.sha256(problem),
                new Solver(method, Solver.Status.FEASIBLE, 0, 1),
                new Cost(compute, links()),
                accuracies(),
                variantByOperator,
                groups(),
                placements,
                flows);
    }

    private void split(ProblemChannel channel) {
        for (Placement to : placementsOf(channel.to())) {
            for (RequestSource source : problem.sources()) {
                if (source.id().equals(channel.from())) {
                    flows.add(new SourceFlow(
                            source.id(),
                            problem.tierName(source.tier()),
                            channel.to(),
                            to.group(),
                            to.requestsPerSecond()));
                }
            }
            double sent = placementsOf(channel.from()).stream()
                    .mapToDouble(Placement::requestsPerSecond)
                    .sum();
            for (Placement from : placementsOf(channel.from())) {
                flows.add(new OperatorFlow(
                        channel.from(),
                        from.group(),
                        channel.to(),
                        to.group(),
                        to.requestsPerSecond() * from.requestsPerSecond() / sent));
            }
        }
    }

    private List<LinkCost> links() {
        List<LinkCost> costs = new ArrayList<>();
        for (TierLink link : problem.links()) {
            String from = problem.tierName(link.fromTier());
            String to = problem.tierName(link.toTier());
            double gbPerHour = flows.stream()
                    .filter(flow -> flow.changesTier()
                            && flow.fromTier().equals(from)
                            && flow.toGroup().tier().equals(to))
                    .mapToDouble(flow -> flow.requestsPerSecond() * messageKb(flow) * SECONDS_PER_HOUR / KB_PER_GB)
                    .sum();
            if (gbPerHour > 0) {
                costs.add(new LinkCost(from, to, link.usdPerGb() * gbPerHour));
            }
        }
        return costs;
    }

    private double messageKb(Flow flow) {
        return problem.channels().stream()
                .filter(channel ->
                        channel.from().equals(flow.from()) && channel.to().equals(flow.to()))
                .mapToDouble(channel -> channel.messageKb(variantByOperator.get(flow.from()), variant(flow.to())))
                .sum();
    }

    private List<UsedGroup> groups() {
        record Kind(GroupId group, int slots) {}
        record Use(Worker worker, double busySlots) {}
        Map<Kind, List<Use>> uses = new LinkedHashMap<>();
        for (Placement placement : placements) {
            for (WorkerLoad load : placement.loads()) {
                Worker worker = worker(load);
                uses.computeIfAbsent(new Kind(placement.group(), worker.slots()), any -> new ArrayList<>())
                        .add(new Use(
                                worker, load.requestsPerSecond() * ms(placement.operator(), worker) / MS_PER_SECOND));
            }
        }
        return uses.entrySet().stream()
                .map(entry -> new UsedGroup(
                        entry.getKey().group(),
                        entry.getValue().size(),
                        entry.getKey().slots(),
                        entry.getValue().stream()
                                .mapToDouble(use -> use.worker().usdPerHour())
                                .sum(),
                        entry.getValue().stream().mapToDouble(Use::busySlots).sum()
                                / (entry.getValue().size() * entry.getKey().slots())))
                .toList();
    }

    private double ms(String operator, Worker worker) {
        return problem.serviceTimes().stream()
                .filter(row -> row.operator().equals(operator)
                        && row.variant().equals(variant(operator))
                        && row.workerType().equals(worker.type())
                        && row.batch() == 1)
                .mapToDouble(ServiceMillis::ms)
                .findFirst()
                .orElseThrow();
    }

    private List<Double> accuracies() {
        return problem.accuracies().stream()
                .map(accuracy -> accuracy.table().stream()
                        .filter(row -> row.variants()
                                .equals(accuracy.operators().stream()
                                        .map(this::variant)
                                        .toList()))
                        .map(AccuracyTarget.Row::value)
                        .findFirst()
                        .orElse(Double.NaN))
                .toList();
    }

    private List<Placement> placementsOf(String operator) {
        return placements.stream()
                .filter(placement -> placement.operator().equals(operator))
                .toList();
    }

    private String variant(String operator) {
        return Objects.requireNonNull(variantByOperator.get(operator));
    }

    private GroupId group(WorkerLoad load) {
        Worker worker = worker(load);
        return new GroupId(problem.tierName(worker.tier()), worker.type());
    }

    private Worker worker(WorkerLoad load) {
        return Objects.requireNonNull(workerById.get(load.worker()));
    }
}
