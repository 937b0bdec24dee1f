package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A registered TaskManager.
 *
 * @param id its resource id, as it was configured
 */
public record TaskManager(
        String id,
        @JsonProperty("slotsNumber") int slots,
        int freeSlots,
        @JsonProperty("totalResource") OfferedResources total,
        @JsonProperty("freeResource") OfferedResources free) {}
