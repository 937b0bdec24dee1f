package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * What was measured of a workflow on an infrastructure.
 *
 * @param serviceTimes at most one per operator, variant and worker type
 * @param messageSizes at most one per channel
 * @param selectivities at most one per channel
 */
public record Profile(
        List<ServiceTime> serviceTimes,
        List<MessageSize> messageSizes,
        List<Selectivity> selectivities,
        AccuracyTable accuracy) {
    public Profile {
        serviceTimes = List.copyOf(serviceTimes);
        messageSizes = List.copyOf(messageSizes);
        selectivities = List.copyOf(selectivities);
        Require.distinct(
                "profile: service times",
                serviceTimes.stream()
                        .map(row -> List.of(row.operator(), row.variant(), row.workerType()))
                        .toList());
        Require.distinct(
                "profile: message sizes",
                messageSizes.stream().map(row -> row.from() + " -> " + row.to()).toList());
        Require.distinct(
                "profile: selectivities",
                selectivities.stream()
                        .map(row -> row.from() + " -> " + row.to())
                        .toList());
    }
}
