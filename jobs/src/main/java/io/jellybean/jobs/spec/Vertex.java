package io.jellybean.jobs.spec;

/**
 * One vertex of the job.
 *
 * @param uid stays the same over redeployments, so that its state finds it; also its name
 * @param node the id of the source or operator that it does the work of, or the topic that it writes
 * @param slotGroup where its subtasks stand
 * @param parallelism how many subtasks it has
 */
public record Vertex(String uid, String node, SlotGroup slotGroup, int parallelism) {
    public Vertex {
        if (parallelism < 1) {
            throw new IllegalArgumentException(
                    "vertex %s: parallelism must be >= 1, but was %d".formatted(uid, parallelism));
        }
    }
}
