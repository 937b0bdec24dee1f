package io.jellybean.cli.deploy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.jellybean.cli.cluster.rest.OfferedResources;
import io.jellybean.jobs.spec.SlotGroup;
import io.jellybean.jobs.spec.Vertex;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots that a job takes. They are asked for by slot-sharing group, and found by what they offer.
 *
 * @param slotsByOffer how many, by the external resources of which each slot takes one
 */
record SlotDemand(Map<List<String>, Integer> slotsByOffer) {

    static SlotDemand of(List<Vertex> vertices) {
        Map<String, SlotGroup> groupByName = new LinkedHashMap<>();
        Map<String, Integer> slotsByName = new LinkedHashMap<>();
        for (Vertex vertex : vertices) {
            groupByName.put(vertex.slotGroup().name(), vertex.slotGroup());
            slotsByName.merge(vertex.slotGroup().name(), vertex.parallelism(), Math::max);
        }
        return new SlotDemand(groupByName.values().stream()
                .collect(groupingBy(
                        SlotGroup::externalResources,
                        LinkedHashMap::new,
                        summingInt(group -> slotsByName.getOrDefault(group.name(), 0)))));
    }

    /** How many slots of an offer. */
    int slotsOf(List<String> offer) {
        return slotsByOffer.getOrDefault(offer, 0);
    }

    /** How many slots of an offer there are in what workers have. */
    static int slotsIn(List<String> offer, Collection<OfferedResources> offered) {
        return offered.stream()
                .mapToInt(worker -> (int)
                        offer.stream().mapToDouble(worker::externalAmount).min().orElse(worker.cpuCores()))
                .sum();
    }
}
