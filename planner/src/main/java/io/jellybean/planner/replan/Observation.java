package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a job did between two moments.
 *
 * @param arrivedPerSecond by source: the growth of its topic
 * @param backlog by source, at the end
 * @param backlogPerSecond by source: by how much the backlog grew; negative if it shrank
 */
public record Observation(
        Instant at,
        Duration over,
        Map<String, Double> arrivedPerSecond,
        Map<String, Long> backlog,
        Map<String, Double> backlogPerSecond,
        List<StageRate> stages) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MS = 1e6;

    /** The difference of two snapshots of which the later one continues the earlier one. */
    public static Observation between(MetricSnapshot earlier, MetricSnapshot later) {
        Duration over = Duration.between(earlier.at(), later.at());
        double seconds = over.toNanos() / NANOS_PER_SECOND;
        Map<String, Double> arrived = new TreeMap<>();
        Map<String, Long> backlog = new TreeMap<>();
        Map<String, Double> growth = new TreeMap<>();
        later.sources().forEach((source, now) -> {
            SourcePosition before = earlier.sources().getOrDefault(source, now);
            arrived.put(source, (now.arrived() - before.arrived()) / seconds);
            backlog.put(source, now.backlog());
            growth.put(source, (now.backlog() - before.backlog()) / seconds);
        });
        List<StageRate> stages = new ArrayList<>();
        Set<String> countedThreads = new HashSet<>();
        for (StageCounters now : later.stages()) {
            earlier.stages().stream()
                    .filter(before -> before.operator().equals(now.operator())
                            && before.group().equals(now.group()))
                    .findFirst()
                    .ifPresent(before -> stages.add(rate(before, now, seconds, countedThreads.add(now.threads()))));
        }
        return new Observation(later.at(), over, arrived, backlog, growth, stages);
    }

    /** CPU seconds in a second of all operators on a group, over what a slot has of a core. */
    public double busySlots(GroupId group) {
        return stages.stream()
                .filter(stage -> stage.group().equals(group))
                .mapToDouble(StageRate::busySlots)
                .sum();
    }

    /** Requests per second that an operator worked on, on all groups. */
    public double itemsPerSecond(String operator) {
        return stages.stream()
                .filter(stage -> stage.operator().equals(operator))
                .mapToDouble(StageRate::itemsPerSecond)
                .sum();
    }

    /** By how much the backlogs of all sources grew in a second; negative if they shrank. */
    public double backlogGrowth() {
        return sum(backlogPerSecond);
    }

    /** Whether what arrives is served: the backlog does not grow by more than noise. */
    boolean keepsUp() {
        return backlogGrowth() <= ReplanSettings.GROWING * sum(arrivedPerSecond);
    }

    /** Whether a backlog is being served by more than noise. */
    boolean catchesUp() {
        return backlogGrowth() < -ReplanSettings.GROWING * sum(arrivedPerSecond);
    }

    private static double sum(Map<String, Double> valueBySource) {
        return valueBySource.values().stream()
                .mapToDouble(Objects::requireNonNull)
                .sum();
    }

    private static StageRate rate(StageCounters before, StageCounters now, double seconds, boolean countThreads) {
        double items = now.items() - before.items();
        return new StageRate(
                now.operator(),
                now.group(),
                items / seconds,
                (now.computeNanos() - before.computeNanos()) / NANOS_PER_MS / items,
                (now.computeCpuNanos() - before.computeCpuNanos()) / NANOS_PER_MS / items / now.coresPerSlot(),
                countThreads
                        ? (now.taskCpuNanos() - before.taskCpuNanos()) / NANOS_PER_SECOND / seconds / now.coresPerSlot()
                        : 0,
                (now.bytesIn() - before.bytesIn()) / items);
    }
}
