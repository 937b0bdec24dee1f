package io.jellybean.cli.deploy;

import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.jobs.spec.SlotGroup;
import java.util.ArrayList;
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
        List<TaskManagerSpec> specs = new ArrayList<>();
        infrastructure.ingest().forEach(host -> specs.add(ingest(host)));
        for (WorkerGroup group : infrastructure.groups()) {
            for (int number = 1; number <= group.count(); number++) {
                specs.add(worker(group, number));
            }
        }
        return specs;
    }

    /** One of each kind, by a name of it: that of the tier and type, or {@code ingest-<tier>}. */
    public static Map<String, TaskManagerSpec> taskManagersByType(Infrastructure infrastructure) {
        Map<String, TaskManagerSpec> specs = new LinkedHashMap<>();
        infrastructure.ingest().forEach(host -> specs.put("ingest-" + host.tier(), ingest(host)));
        infrastructure.groups().forEach(group -> specs.put(group.tier() + "-" + group.type(), worker(group, 1)));
        return specs;
    }

    private static TaskManagerSpec ingest(IngestHost host) {
        return new TaskManagerSpec(
                "ingest-" + host.tier(),
                amounts(SlotGroup.externalResourcesOfIngest(host.tier()), host.slots()),
                host.slots(),
                host.slots(),
                host.memoryBytes(),
                false);
    }

    private static TaskManagerSpec worker(WorkerGroup group, int number) {
        return new TaskManagerSpec(
                "%s-%s-%d".formatted(group.tier(), group.type(), number),
                amounts(SlotGroup.externalResourcesOf(group.id()), group.slots()),
                group.slots(),
                group.slots(),
                group.memoryBytes());
    }

    private static Map<String, Integer> amounts(List<String> externalResources, int slots) {
        return externalResources.stream().collect(Collectors.toMap(Function.identity(), resource -> slots));
    }
}
