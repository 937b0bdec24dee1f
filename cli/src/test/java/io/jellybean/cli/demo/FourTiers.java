package io.jellybean.cli.demo;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A device beside the cameras, a hub, a data centre in the city and a cloud, one worker each. */
final class FourTiers {

    private static final GroupId EDGE = new GroupId("edge", "edge-box");

    private static final String TEXT = """
            format: jellybean-infrastructure/1
            id: four-tiers
            tiers: [edge, hub, metro, cloud]
            workers:
              - {tier: edge, type: edge-box, count: 1, usdPerHour: 0.03, slots: 1, memoryMb: 700}
              - {tier: hub, type: hub-server, count: 1, usdPerHour: 0.06, slots: 1, memoryMb: 700}
              - {tier: metro, type: hub-server, count: 1, usdPerHour: 0.08, slots: 1, memoryMb: 700}
              - {tier: cloud, type: cloud-vm, count: 1, usdPerHour: 0.10, slots: 1, memoryMb: 700}
            links:
              - {from: edge, to: hub, usdPerGb: 0.01, mbps: %1$d}
              - {from: edge, to: metro, usdPerGb: 0.03, mbps: %2$d}
              - {from: edge, to: cloud, usdPerGb: 0.09, mbps: %3$d}
              - {from: hub, to: edge, usdPerGb: 0.01, mbps: %1$d}
              - {from: metro, to: edge, usdPerGb: 0.01, mbps: %2$d}
              - {from: cloud, to: edge, usdPerGb: 0.01, mbps: %3$d}
              - {from: hub, to: metro, usdPerGb: 0.02, mbps: %2$d}
              - {from: metro, to: hub, usdPerGb: 0.02, mbps: %2$d}
              - {from: hub, to: cloud, usdPerGb: 0.05, mbps: %3$d}
              - {from: cloud, to: hub, usdPerGb: 0.01, mbps: %3$d}
              - {from: metro, to: cloud, usdPerGb: 0.04, mbps: %3$d}
              - {from: cloud, to: metro, usdPerGb: 0.01, mbps: %3$d}
            ingest: [{tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}]
            """;

    private FourTiers() {}

    /** Written to {@code infrastructure.yaml} in a folder, and read. */
    static Infrastructure in(Path folder) throws IOException {
        return in(folder, 50, 50, 50);
    }

    /** The same with other bandwidths of the links that lead no farther than a tier: Mbit/s. */
    static Infrastructure in(Path folder, int hub, int metro, int cloud) throws IOException {
        return InfrastructureFile.read(
                Files.writeString(folder.resolve("infrastructure.yaml"), TEXT.formatted(hub, metro, cloud)));
    }

    /** All tiers do what keeps no state, and the edge keeps the state. */
    static DeployablePlan plan(Infrastructure tiers, Workflow workflow, Map<String, String> variants) {
        Map<GroupId, Integer> workers = tiers.groups().stream()
                .collect(Collectors.toMap(group -> group.id(), group -> group.count(), (a, b) -> a, TreeMap::new));
        return HandMadePlans.on(tiers, workflow, EDGE, workers, variants);
    }
}
