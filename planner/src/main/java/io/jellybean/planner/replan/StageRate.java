package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.GroupId;

/**
 * One operator on one worker group, over some time.
 *
 * @param itemsPerSecond all subtasks together
 * @param computeMillis wall-clock time of the work on one request; NaN if there was none
 * @param serviceMillis service time of one request: CPU time of the work on it, over what a slot has of a core; NaN if there was none
 * @param busySlots CPU seconds of its threads in a second, over what a slot has of a core
 * @param bytesPerItem that came from other tasks with one request; NaN if there was none
 */
public record StageRate(
        String operator,
        GroupId group,
        double itemsPerSecond,
        double computeMillis,
        double serviceMillis,
        double busySlots,
        double bytesPerItem) {}
