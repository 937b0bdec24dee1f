package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.Subtask;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.Vertex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a job's placement back over REST and compares it with what the plan says. */
public final class PlacementCheck {

    private final FlinkRest flink;

    public PlacementCheck(FlinkRest flink) {
        this.flink = flink;
    }

    /** Where the subtasks of the job stand, and each difference from the specification. */
    public Placements of(Job running, JobSpec planned) {
        Map<String, List<String>> taskManagersByVertex = new LinkedHashMap<>();
        for (Vertex vertex : planned.vertices()) {
            List<Subtask> subtasks = flink.subtasks(running.id(), vertexId(vertex, running));
            taskManagersByVertex.put(
                    vertex.uid(), subtasks.stream().map(Subtask::taskManagerId).toList());
        }
        return Placements.compare(planned.vertices(), taskManagersByVertex, flink.taskManagers());
    }

    private static String vertexId(Vertex vertex, Job running) {
        try {
            return running.vertexOf(vertex.uid()).id();
        } catch (IllegalArgumentException missing) {
            throw new DeploymentFailedException(String.valueOf(missing.getMessage()));
        }
    }
}
