package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.Subtask;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a job's placement back over REST and compares it with what the plan says. */
public final class PlacementCheck {

    private final FlinkRest flink;

    public PlacementCheck(FlinkRest flink) {
        this.flink = flink;
    }

    /** Where the subtasks of the job stand, and each difference from the specification. */
    public Placements of(Job running, JobSpec planned) {
        Map<String, TaskManager> taskManagerById =
                flink.taskManagers().stream().collect(Collectors.toMap(TaskManager::id, Function.identity()));
        Map<String, Set<String>> taskManagersByVertex = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        for (Vertex vertex : planned.vertices()) {
            io.jellybean.cli.cluster.rest.Vertex task = taskOf(vertex, running);
            List<Subtask> subtasks = flink.subtasks(running.id(), task.id());
            Set<String> ids =
                    subtasks.stream().map(Subtask::taskManagerId).collect(Collectors.toCollection(TreeSet::new));
            taskManagersByVertex.put(vertex.uid(), ids);
            if (subtasks.size() != vertex.parallelism()) {
                differences.add("%s has %d subtasks, planned are %d"
                        .formatted(vertex.uid(), subtasks.size(), vertex.parallelism()));
            }
            for (String id : ids) {
                missingResource(vertex, taskManagerById.get(id))
                        .forEach(missing -> differences.add(
                                "%s runs on %s, which does not offer %s".formatted(vertex.uid(), id, missing)));
            }
        }
        differences.addAll(wrongCounts(planned, taskManagersByVertex));
        return new Placements(taskManagersByVertex, differences);
    }

    /** Flink chains neighbours into one task and joins their names. */
    private static io.jellybean.cli.cluster.rest.Vertex taskOf(Vertex vertex, Job running) {
        return running.vertices().stream()
                .filter(task -> List.of(task.name().split("( -> )|[(), ]+|: ")).contains(vertex.uid()))
                .findFirst()
                .orElseThrow(() -> new DeploymentFailedException("the running job has no vertex %s; it has %s"
                        .formatted(
                                vertex.uid(),
                                running.vertices().stream()
                                        .map(io.jellybean.cli.cluster.rest.Vertex::name)
                                        .toList())));
    }

    private static List<String> missingResource(Vertex vertex, @Nullable TaskManager taskManager) {
        if (taskManager == null) {
            return vertex.slotGroup().externalResources();
        }
        return vertex.slotGroup().externalResources().stream()
                .filter(resource -> taskManager.total().externalAmount(resource) < 1)
                .toList();
    }

    /** The subtasks of each slot-sharing group together must stand on as many TaskManagers as the plan pays for. */
    private static List<String> wrongCounts(JobSpec planned, Map<String, Set<String>> taskManagersByVertex) {
        Map<String, Set<String>> usedByGroup = new HashMap<>();
        Map<String, Integer> workersByGroup = new LinkedHashMap<>();
        for (Vertex vertex : planned.vertices()) {
            String group = vertex.slotGroup().name();
            usedByGroup
                    .computeIfAbsent(group, unused -> new TreeSet<>())
                    .addAll(taskManagersByVertex.getOrDefault(vertex.uid(), Set.of()));
            int workers =
                    (vertex.parallelism() - 1) / vertex.slotGroup().memory().slots() + 1;
            workersByGroup.merge(group, workers, Math::max);
        }
        List<String> differences = new ArrayList<>();
        workersByGroup.forEach((group, workers) -> {
            int used = usedByGroup.getOrDefault(group, Set.of()).size();
            if (used != workers) {
                differences.add("%s stands on %d TaskManagers, planned are %d".formatted(group, used, workers));
            }
        });
        return differences;
    }
}
