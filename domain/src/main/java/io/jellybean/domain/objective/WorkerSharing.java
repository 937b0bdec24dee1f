package io.jellybean.domain.objective;

/** Whether one worker may serve several operators. */
public enum WorkerSharing {
    /** Any number of operators on a worker. */
    SHARED,
    /** At most one operator on a worker, the rule of the JellyBean paper. */
    EXCLUSIVE
}
