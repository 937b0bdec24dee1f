package io.jellybean.cli.cluster.rest;

/**
 * A vertex of a running job.
 *
 * @param id 32 hexadecimal digits
 * @param status the state that its subtasks share, in Flink's words
 */
public record Vertex(String id, String name, int parallelism, int maxParallelism, String status) {

    public boolean runs() {
        return status.equals("RUNNING");
    }
}
