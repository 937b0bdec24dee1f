package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a job has counted up to a moment.
 *
 * @param runs whether each of its subtasks runs
 * @param missing what could not be read, in words; empty if the rest is complete
 * @param sources by id
 * @param workersByGroup how many workers of each group are there
 */
public record MetricSnapshot(
        Instant at,
        boolean runs,
        List<String> missing,
        Map<String, SourcePosition> sources,
        Map<GroupId, Integer> workersByGroup,
        List<StageCounters> stages) {
    public MetricSnapshot {
        missing = List.copyOf(missing);
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        workersByGroup = Collections.unmodifiableMap(new TreeMap<>(workersByGroup));
        stages = List.copyOf(stages);
    }

    /** Whether the job ran, and everything could be read. */
    public boolean isComplete() {
        return runs && missing.isEmpty();
    }

    /** Whether nothing was set back since an earlier one, as a restart would. */
    boolean continues(MetricSnapshot earlier) {
        return stages.stream()
                .allMatch(stage -> earlier.stages.stream()
                        .filter(before -> before.operator().equals(stage.operator())
                                && before.group().equals(stage.group()))
                        .allMatch(before -> before.items() <= stage.items()
                                && before.computeNanos() <= stage.computeNanos()
                                && before.taskCpuNanos() <= stage.taskCpuNanos()));
    }
}
