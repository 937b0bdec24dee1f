package io.jellybean.jobs.graph;

import io.jellybean.jobs.spec.SlotGroup;
import org.apache.flink.api.common.operators.SlotSharingGroup;

/** Makes Flink's slot-sharing groups; each carries a resource profile, since one without lands anywhere. */
final class SlotGroups {

    private SlotGroups() {}

    static SlotSharingGroup of(SlotGroup group) {
        SlotSharingGroup.Builder builder = SlotSharingGroup.newBuilder(group.name())
                .setCpuCores(group.resources().cpuCores())
                .setTaskHeapMemoryMB(group.resources().taskHeapMegabytes())
                .setTaskOffHeapMemoryMB(group.resources().taskOffHeapMegabytes())
                .setManagedMemory(org.apache.flink.configuration.MemorySize.ZERO);
        group.externalResources().forEach(resource -> builder.setExternalResource(resource, 1.0));
        return builder.build();
    }
}
