package io.jellybean.cli.deploy;

import static java.util.stream.Collectors.toMap;

import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.jobs.spec.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands.
 *
 * @param taskManagersByVertex the TaskManager of each subtask, by the uid of the vertex
 * @param differences from the plan, one sentence each; empty if everything is as planned
 */
public record Placements(Map<String, List<String>> taskManagersByVertex, List<String> differences) {
    public Placements {
        differences = List.copyOf(differences);
    }

    /** Whether every subtask stands where the plan says. */
    public boolean asPlanned() {
        return differences.isEmpty();
    }

    /** How many TaskManagers hold a part of the job. */
    public long taskManagers() {
        return taskManagersByVertex.values().stream()
                .flatMap(List::stream)
                .distinct()
                .count();
    }

    static Placements compare(
            List<Vertex> planned, Map<String, List<String>> taskManagersByVertex, List<TaskManager> registered) {
        Map<String, TaskManager> taskManagerById =
                registered.stream().collect(toMap(TaskManager::id, Function.identity()));
        List<String> differences = new ArrayList<>();
        for (Vertex vertex : planned) {
            List<String> ids = taskManagersByVertex.getOrDefault(vertex.uid(), List.of());
            if (ids.size() != vertex.parallelism()) {
                differences.add(
                        "%s has %d subtasks, planned are %d".formatted(vertex.uid(), ids.size(), vertex.parallelism()));
            }
            for (String id : new TreeSet<>(ids)) {
                missingResources(vertex, taskManagerById.get(id))
                        .forEach(missing -> differences.add(
                                "%s runs on %s, which does not offer %s".formatted(vertex.uid(), id, missing)));
            }
        }
        differences.addAll(wrongCounts(planned, taskManagersByVertex));
        return new Placements(taskManagersByVertex, differences);
    }

    private static List<String> missingResources(Vertex vertex, @Nullable TaskManager taskManager) {
        List<String> wanted = vertex.slotGroup().externalResources();
        if (taskManager == null) {
            return wanted;
        }
        return wanted.stream()
                .filter(resource -> taskManager.total().externalAmount(resource) < 1)
                .toList();
    }

    /** The subtasks of each slot-sharing group together must stand on as many TaskManagers as the plan pays for. */
    private static List<String> wrongCounts(List<Vertex> planned, Map<String, List<String>> taskManagersByVertex) {
        Map<String, Set<String>> usedByGroup = new HashMap<>();
        Map<String, Integer> workersByGroup = new LinkedHashMap<>();
        for (Vertex vertex : planned) {
            String group = vertex.slotGroup().name();
            usedByGroup
                    .computeIfAbsent(group, unused -> new TreeSet<>())
                    .addAll(taskManagersByVertex.getOrDefault(vertex.uid(), List.of()));
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
