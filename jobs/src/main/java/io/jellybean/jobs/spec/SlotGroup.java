package io.jellybean.jobs.spec;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.model.ExecutionProvider;
import java.util.List;

/**
 * The vertices that may stand in one slot, and what such a slot must have.
 *
 * @param name unique in the job
 * @param externalResources one of each is taken by a slot; they tie it to its tier and worker type
 * @param memory of the workers that the slots are on: each slot takes one core and its share of this
 * @param provider what does the arithmetic of models in these slots
 */
public record SlotGroup(String name, List<String> externalResources, WorkerMemory memory, ExecutionProvider provider) {
    public SlotGroup {
        externalResources = List.copyOf(externalResources);
    }

    /** Slots that compute with their cores. */
    public SlotGroup(String name, List<String> externalResources, WorkerMemory memory) {
        this(name, externalResources, memory, ExecutionProvider.CPU);
    }

    /** The external resources that each slot of a worker group has, one of each. */
    public static List<String> externalResourcesOf(GroupId group) {
        return List.of("tier-" + group.tier(), "worker-" + group.type());
    }

    /** The external resources that each slot of an ingest host has, one of each. */
    public static List<String> externalResourcesOfIngest(String tier) {
        return List.of("ingest-" + tier);
    }
}
