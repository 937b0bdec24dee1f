package io.jellybean.cli.demo;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.InfrastructureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Four tiers of which each has a worker with another part of a core, and links that are the slower the farther they lead. */
final class UnequalTiers {

    /** What a worker of a type has of a core. */
    static final Map<String, Double> CORES_BY_TYPE =
            new TreeMap<>(Map.of("edge-box", 0.15, "hub-server", 0.3, "cloud-vm", 0.5));

    /** So many frames are profiled with and then served, again and again. */
    static final int FRAMES = 120;

    private static final String TEXT = """
            format: jellybean-infrastructure/1
            id: unequal
            tiers: [edge, hub, metro, cloud]
            workers:
              - {tier: edge, type: edge-box, count: 1, usdPerHour: 0.03, slots: 1, memoryMb: 700}
              - {tier: hub, type: hub-server, count: 1, usdPerHour: 0.06, slots: 1, memoryMb: 700}
              - {tier: metro, type: hub-server, count: 1, usdPerHour: 0.08, slots: 1, memoryMb: 700}
              - {tier: cloud, type: cloud-vm, count: 1, usdPerHour: 0.10, slots: 1, memoryMb: 700}
            links:
              - {from: edge, to: hub, usdPerGb: 0.01, mbps: 50}
              - {from: hub, to: edge, usdPerGb: 0.01, mbps: 50}
              - {from: edge, to: metro, usdPerGb: 0.03, mbps: 10}
              - {from: metro, to: edge, usdPerGb: 0.01, mbps: 10}
              - {from: edge, to: cloud, usdPerGb: 0.09, mbps: 2}
              - {from: cloud, to: edge, usdPerGb: 0.01, mbps: 2}
              - {from: hub, to: metro, usdPerGb: 0.02, mbps: 10}
              - {from: metro, to: hub, usdPerGb: 0.02, mbps: 10}
              - {from: hub, to: cloud, usdPerGb: 0.05, mbps: 2}
              - {from: cloud, to: hub, usdPerGb: 0.01, mbps: 2}
              - {from: metro, to: cloud, usdPerGb: 0.04, mbps: 2}
              - {from: cloud, to: metro, usdPerGb: 0.01, mbps: 2}
            ingest: [{tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}]
            """;

    private UnequalTiers() {}

    /** Written to {@code infrastructure.yaml} in a folder, and read. */
    static Infrastructure in(Path folder) throws IOException {
        return InfrastructureFile.read(Files.writeString(folder.resolve("infrastructure.yaml"), TEXT));
    }
}
