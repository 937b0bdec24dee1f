package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A job and its vertices.
 *
 * @param startedAtMillis since 1970 UTC
 */
public record Job(
        @JsonProperty("jid") String id,
        String name,
        JobState state,
        @JsonProperty("start-time") long startedAtMillis,
        List<Vertex> vertices) {

    public Job {
        vertices = List.copyOf(vertices);
    }

    /**
     * The vertex that an operator runs in: Flink chains neighbours into one and joins their names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Vertex vertexOf(String operatorName) {
        return vertices.stream()
                .filter(vertex ->
                        List.of(vertex.name().split("( -> )|[(), ]+|: ")).contains(operatorName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the running job has no vertex %s; it has %s"
                        .formatted(
                                operatorName,
                                vertices.stream().map(Vertex::name).toList())));
    }

    /** True if the job and each of its vertices run: a job counts as running while its tasks still wait for slots. */
    public boolean runsCompletely() {
        return state == JobState.RUNNING && vertices.stream().allMatch(Vertex::runs);
    }
}
