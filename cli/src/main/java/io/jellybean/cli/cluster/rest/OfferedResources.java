package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What a TaskManager offers to slots.
 *
 * @param taskHeapMebibytes Flink counts memory in MiB here
 * @param externalAmountByName external resources, such as {@code tier-edge} = 2.0
 */
public record OfferedResources(
        double cpuCores,
        @JsonProperty("taskHeapMemory") long taskHeapMebibytes,
        @JsonProperty("taskOffHeapMemory") long taskOffHeapMebibytes,
        @JsonProperty("managedMemory") long managedMebibytes,
        @JsonProperty("networkMemory") long networkMebibytes,
        @JsonProperty("extendedResources") Map<String, Double> externalAmountByName) {

    public OfferedResources {
        externalAmountByName = Map.copyOf(externalAmountByName);
    }

    /** The amount of an external resource, 0 if there is none of that name. */
    public double externalAmount(String name) {
        return externalAmountByName.getOrDefault(name, 0.0);
    }
}
