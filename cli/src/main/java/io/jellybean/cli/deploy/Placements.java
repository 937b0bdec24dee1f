package io.jellybean.cli.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a job stands.
 *
 * @param taskManagersByVertex the names of the TaskManagers that hold subtasks, by the uid of the vertex
 * @param differences from the plan, one sentence each; empty if everything is as planned
 */
public record Placements(Map<String, Set<String>> taskManagersByVertex, List<String> differences) {
    public Placements {
        differences = List.copyOf(differences);
    }

    /** Whether every subtask stands where the plan says. */
    public boolean asPlanned() {
        return differences.isEmpty();
    }
}
