package io.jellybean.jobs.graph;

import io.jellybean.jobs.spec.SlotGroup;
import org.apache.flink.api.common.operators.SlotSharingGroup;
import org.apache.flink.configuration.MemorySize;

/** Makes Flink's slot-sharing groups; each carries a resource profile, since one without lands anywhere. */
final class SlotGroups {

    private SlotGroups() {}

    static SlotSharingGroup of(SlotGroup group) {
        SlotSharingGroup.Builder builder = SlotSharingGroup.newBuilder(group.name())
                .setCpuCores(1.0)
                .setTaskHeapMemory(new MemorySize(group.memory().slotHeapBytes()))
                .setTaskOffHeapMemory(new MemorySize(group.memory().slotOffHeapBytes()))
                .setManagedMemory(MemorySize.ZERO);
        group.externalResources().forEach(resource -> builder.setExternalResource(resource, 1.0));
        return builder.build();
    }
}
