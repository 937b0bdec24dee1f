package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;

/**
 * What one operator on one worker group has counted since it started, all its subtasks together.
 *
 * @param items requests that it has worked on
 * @param computeNanos wall-clock time of that work
 * @param computeCpuNanos CPU time of that work
 * @param taskCpuNanos CPU time of the threads it runs on: work, reading and writing records; shared by operators on one thread
 * @param coresPerSlot what a slot has of a core when all slots of its worker are busy: above 0, at most 1; 0, as from an earlier
 *     release that does not say it, becomes 1
 * @param bytesIn that came to it from other tasks, with what they are wrapped in; 0 if it takes its input from the thread it runs on
 * @param threads names what shares {@code taskCpuNanos} with it
 */
public record StageCounters(
        String operator,
        GroupId group,
        long items,
        long computeNanos,
        long computeCpuNanos,
        long taskCpuNanos,
        double coresPerSlot,
        long bytesIn,
        String threads) {
    public StageCounters {
        coresPerSlot = coresPerSlot > 0 ? coresPerSlot : 1;
    }
}
