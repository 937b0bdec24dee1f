package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A job and its vertices. */
public record Job(@JsonProperty("jid") String id, String name, JobState state, List<Vertex> vertices) {

    public Job {
        vertices = List.copyOf(vertices);
    }

    /** True if the job and each of its vertices run: a job counts as running while its tasks still wait for slots. */
    public boolean runsCompletely() {
        return state == JobState.RUNNING && vertices.stream().allMatch(Vertex::runs);
    }
}
