package io.jellybean.cli.cluster.flink;

import io.jellybean.jobs.spec.WorkerMemory;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One worker: a TaskManager process.
 *
 * @param resourceId its name, unique in the cluster, such as {@code edge-1}: letters, digits, dots, dashes, underscores
 * @param externalResources what it offers by name, such as {@code tier-edge} = 2; each amount at least 1
 * @param slots at least 1
 * @param cpuCores what the slots share, above 0
 * @param memoryBytes what the whole process may use, the slots' memory included
 * @param computes whether operators run there; else it hands on what comes in
 */
public record TaskManagerSpec(
        String resourceId,
        Map<String, Integer> externalResources,
        int slots,
        double cpuCores,
        long memoryBytes,
        boolean computes) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public TaskManagerSpec {
        requireName("resourceId", resourceId, resourceId);
        externalResources.forEach((name, amount) -> {
            requireName("externalResources", resourceId, name);
            if (amount < 1) {
                throw new IllegalArgumentException("TaskManager %s: externalResources: %s must be >= 1, but was %d"
                        .formatted(resourceId, name, amount));
            }
        });
        if (slots < 1) {
            throw new IllegalArgumentException(
                    "TaskManager %s: slots must be >= 1, but was %d".formatted(resourceId, slots));
        }
        if (!(cpuCores > 0.0) || Double.isInfinite(cpuCores)) {
            throw new IllegalArgumentException(
                    "TaskManager %s: cpuCores must be > 0 and finite, but was %s".formatted(resourceId, cpuCores));
        }
        long leastBytes = WorkerMemory.leastBytes(slots);
        if (memoryBytes < leastBytes) {
            throw new IllegalArgumentException("TaskManager %s: memoryBytes must be >= %d for %d slots, but was %d"
                    .formatted(resourceId, leastBytes, slots, memoryBytes));
        }
        externalResources = Map.copyOf(externalResources);
    }

    /** A worker that computes. */
    public TaskManagerSpec(
            String resourceId, Map<String, Integer> externalResources, int slots, double cpuCores, long memoryBytes) {
        this(resourceId, externalResources, slots, cpuCores, memoryBytes, true);
    }

    /** How it is divided: a slot-sharing group may ask for exactly what a slot has. */
    public WorkerMemory memory() {
        return WorkerMemory.of(memoryBytes, slots);
    }

    private static void requireName(String field, String resourceId, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "TaskManager %s: %s must be letters, digits, '.', '_' and '-', but was \"%s\""
                            .formatted(resourceId, field, name));
        }
    }
}
