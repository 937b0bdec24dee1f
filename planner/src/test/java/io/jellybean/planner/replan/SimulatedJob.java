package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.planner.compile.PlanningInputs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Plays what a job would count: a source whose rate changes over time, workers of a known speed, and a queue. Time is its own, and
 * passes when it is told to.
 */
final class SimulatedJob extends Clock implements JobMetrics, PlanDeployer {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration DOWN = Duration.ofSeconds(4);

    private final PlanningInputs truth;
    private final ToDoubleFunction<Duration> requestsPerSecond;
    private final Map<GroupId, Integer> workers = new TreeMap<>();
    private final Map<String, Double> slownessByType = new HashMap<>();
    private final Map<String, Double> cpuShareByType = new HashMap<>();
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, Counted> countedByStage = new TreeMap<>();
    private Instant now = START;
    private Instant upAgainAt = START;
    private double arrived;
    private double backlog;

    /** What a stage has done. */
    private static final class Counted {
        private double items;
        private double busySeconds;
        private double wallSeconds;
    }

    /**
     * @param truth how the world is, rates aside
     * @param requestsPerSecond of the source, by the time since the start
     */
    SimulatedJob(PlanningInputs truth, Plan first, ToDoubleFunction<Duration> requestsPerSecond) {
        this.truth = truth;
        this.requestsPerSecond = requestsPerSecond;
        plans.add(first);
        for (WorkerGroup group : truth.infrastructure().groups()) {
            workers.put(group.id(), group.count());
        }
    }

    /** The plans that ran, in their order. */
    List<Plan> plans() {
        return plans;
    }

    Plan running() {
        return plans.get(plans.size() - 1);
    }

    void lose(GroupId group) {
        workers.put(group, 0);
    }

    void slowDown(String workerType, double times) {
        slownessByType.put(workerType, times);
    }

    /** Its workers get this share of their cores; while they have less to do than that, it does not show. */
    void limit(String workerType, double share) {
        cpuShareByType.put(workerType, share);
    }

    /** Second after second passes. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            double rate = requestsPerSecond.applyAsDouble(Duration.between(START, now));
            arrived += rate;
            backlog += rate;
            if (isUp()) {
                serve();
            }
        }
    }

    @Override
    public MetricSnapshot snapshot() {
        if (!isUp()) {
            return new MetricSnapshot(now, false, List.of(), Map.of(), workers, List.of());
        }
        List<StageCounters> stages = new ArrayList<>();
        for (Placement placement : running().placements()) {
            Counted counted = counted(placement);
            long nanos = Math.round(counted.busySeconds * 1e9);
            stages.add(new StageCounters(
                    placement.operator(),
                    placement.group(),
                    Math.round(counted.items),
                    Math.round(counted.wallSeconds * 1e9),
                    nanos,
                    nanos,
                    1,
                    0,
                    placement.operator() + placement.group()));
        }
        SourcePosition position = new SourcePosition(Math.round(arrived), Math.round(backlog));
        return new MetricSnapshot(now, true, List.of(), Map.of("cameras", position), workers, stages);
    }

    @Override
    public Redeployed redeploy(Plan plan, PlanningInputs inputs) {
        plans.add(plan);
        countedByStage.clear();
        upAgainAt = now.plus(DOWN);
        return new Redeployed(plan, true, "");
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("there is one time only");
    }

    private boolean isUp() {
        return !now.isBefore(upAgainAt)
                && running().groups().stream()
                        .allMatch(group -> workers.getOrDefault(group.group(), 0) >= group.workers());
    }

    /** As much as waits, but no more than the busiest group manages. */
    private void serve() {
        double capacity = running().groups().stream()
                .mapToDouble(this::mostPerSecond)
                .min()
                .orElse(0);
        double served = Math.min(backlog, capacity);
        backlog -= served;
        boolean full = backlog > 0;
        for (Placement placement : running().placements()) {
            Counted counted = counted(placement);
            counted.items += served * share(placement);
            double seconds = served * share(placement) * seconds(placement);
            counted.busySeconds += seconds;
            counted.wallSeconds += full ? seconds / cpuShare(placement.group()) : seconds;
        }
    }

    private double mostPerSecond(UsedGroup group) {
        double secondsPerRequest = running().placements().stream()
                .filter(placement -> placement.group().equals(group.group()))
                .mapToDouble(placement -> share(placement) * seconds(placement))
                .sum();
        return group.slots() * cpuShare(group.group()) / secondsPerRequest;
    }

    private double cpuShare(GroupId group) {
        return cpuShareByType.getOrDefault(group.type(), 1.0);
    }

    private double share(Placement placement) {
        double all = running().placementsOf(placement.operator()).stream()
                .mapToDouble(Placement::requestsPerSecond)
                .sum();
        return placement.requestsPerSecond() / all;
    }

    private double seconds(Placement placement) {
        String variant = running().variantByOperator().get(placement.operator());
        double ms = truth.problem().serviceTimes().stream()
                .filter(row -> row.operator().equals(placement.operator())
                        && row.variant().equals(variant)
                        && row.workerType().equals(placement.group().type()))
                .mapToDouble(row -> row.ms())
                .findFirst()
                .orElseThrow();
        return ms / 1_000 * slownessByType.getOrDefault(placement.group().type(), 1.0);
    }

    private Counted counted(Placement placement) {
        return countedByStage.computeIfAbsent(placement.operator() + "@" + placement.group(), unseen -> new Counted());
    }
}
