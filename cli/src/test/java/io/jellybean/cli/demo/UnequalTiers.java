package io.jellybean.cli.demo;

import io.jellybean.domain.infrastructure.Infrastructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** {@link FourTiers} of which each type of worker has another part of a core, and links that are the slower the farther they lead. */
final class UnequalTiers {

    /** What a worker of a type has of a core. */
    static final Map<String, Double> CORES_BY_TYPE =
            new TreeMap<>(Map.of("edge-box", 0.15, "hub-server", 0.3, "cloud-vm", 0.5));

    /** So many frames are profiled with and then served, again and again. */
    static final int FRAMES = 120;

    private UnequalTiers() {}

    /** Written to {@code infrastructure.yaml} in a folder, and read. */
    static Infrastructure in(Path folder) throws IOException {
        return FourTiers.in(folder, 50, 10, 2);
    }
}
