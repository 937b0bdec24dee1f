package io.jellybean.cli.layout;

import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.jobs.spec.SlotGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The TaskManagers that an infrastructure describes: one for each worker and one for each ingest host. */
public final class PlannedCluster {

    private PlannedCluster() {}

    /** The TaskManagers, each with what it must offer so that the plan's slots can be put on it. */
    public static List<TaskManagerSpec> taskManagers(Infrastructure infrastructure) {
        return workers(infrastructure).stream().map(PlannedWorker::spec).toList();
    }

    /** The same, with their places; those of one kind follow each other. */
    public static List<PlannedWorker> workers(Infrastructure infrastructure) {
        List<PlannedWorker> workers = new ArrayList<>();
        infrastructure.ingest().forEach(host -> workers.add(ingest(host)));
        for (WorkerGroup group : infrastructure.groups()) {
            for (int number = 1; number <= group.count(); number++) {
                workers.add(worker(group, number));
            }
        }
        return workers;
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
