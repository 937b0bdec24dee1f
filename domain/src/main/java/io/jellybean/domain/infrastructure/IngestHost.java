package io.jellybean.domain.infrastructure;

import io.jellybean.domain.Require;

/**
 * Where the sources of a tier run, outside the plan's workers; its price is reported apart from the plan's.
 *
 * @param usdPerHour of the whole host
 */
public record IngestHost(String tier, int slots, double usdPerHour, long memoryBytes) {
    public IngestHost {
        Require.name("ingest: tier", tier);
        String ingest = "ingest in tier %s: ".formatted(tier);
        Require.positive(ingest + "slots", slots);
        Require.notNegative(ingest + "usdPerHour", usdPerHour);
        Require.positive(ingest + "memoryBytes", memoryBytes);
    }
}
