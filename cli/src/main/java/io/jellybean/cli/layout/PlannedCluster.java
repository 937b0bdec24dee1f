package io.jellybean.cli.layout;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.jobs.spec.SlotGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The TaskManagers that an infrastructure describes: one for each worker and one for each ingest host. */
public final class PlannedCluster {

    private PlannedCluster() {}

    /** The TaskManagers, each with what it must offer so that the plan's slots can be put on it. */
    public static List<TaskManagerSpec> taskManagers(Infrastructure infrastructure) {
        return workers(infrastructure).stream().map(PlannedWorker::spec).toList();
    }

    /**
     * The same, with their places; those of one kind follow each other.
     *
     * @throws CommandFailedException if two kinds would have the same name
     */
    public static List<PlannedWorker> workers(Infrastructure infrastructure) {
        List<PlannedWorker> workers = new ArrayList<>();
        infrastructure.ingest().forEach(host -> workers.add(ingest(host)));
        for (WorkerGroup group : infrastructure.groups()) {
            for (int number = 1; number <= group.count(); number++) {
                workers.add(worker(group, number));
            }
        }
        requireDifferentNames(infrastructure, workers);
        return workers;
    }

    /** Tier and type are joined by what may be in both: tier "a-b" with type "c" has the name of tier "a" with type "b-c". */
    private static void requireDifferentNames(Infrastructure infrastructure, List<PlannedWorker> workers) {
        Map<String, Set<String>> machinesByKind = new LinkedHashMap<>();
        workers.forEach(worker -> machinesByKind
                .computeIfAbsent(worker.kind(), kind -> new LinkedHashSet<>())
                .add("%s/%s".formatted(worker.tier(), worker.type() == null ? "ingest" : worker.type())));
        machinesByKind.forEach((kind, machines) -> {
            if (machines.size() > 1) {
                throw new CommandFailedException(
                        "infrastructure %s: workers of different kinds must have different names, but those of %s would all be called \"%s\". Maybe rename a tier or a type."
                                .formatted(infrastructure.id(), String.join(" and ", machines), kind));
            }
        });
    }

    /** The first of each kind. */
    public static Collection<PlannedWorker> kinds(Infrastructure infrastructure) {
        return workers(infrastructure).stream()
                .collect(Collectors.toMap(
                        PlannedWorker::kind, Function.identity(), (first, next) -> first, LinkedHashMap::new))
                .values();
    }

    private static PlannedWorker ingest(IngestHost host) {
        String kind = "ingest-" + host.tier();
        return new PlannedWorker(
                host.tier(),
                null,
                kind,
                new TaskManagerSpec(
                        kind,
                        amounts(SlotGroup.externalResourcesOfIngest(host.tier()), host.slots()),
                        host.slots(),
                        host.slots(),
                        host.memoryBytes(),
                        false));
    }

    private static PlannedWorker worker(WorkerGroup group, int number) {
        String kind = group.tier() + "-" + group.type();
        return new PlannedWorker(
                group.tier(),
                group.type(),
                kind,
                new TaskManagerSpec(
                        "%s-%d".formatted(kind, number),
                        amounts(SlotGroup.externalResourcesOf(group.id()), group.slots()),
                        group.slots(),
                        group.slots(),
                        group.memoryBytes()));
    }

    private static Map<String, Integer> amounts(List<String> externalResources, int slots) {
        return externalResources.stream().collect(Collectors.toMap(Function.identity(), resource -> slots));
    }
}
