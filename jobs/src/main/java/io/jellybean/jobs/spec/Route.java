package io.jellybean.jobs.spec;

import java.util.List;

/**
 * How one vertex shares out what it sends on a channel.
 *
 * @param from the uid of the sending vertex
 * @param to the id of the receiving operator
 * @param shares one for each vertex of the receiver that gets something, at least one
 */
public record Route(String from, String to, List<Share> shares) {
    public Route {
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("route %s -> %s leads nowhere".formatted(from, to));
        }
    }

    /**
     * What one vertex gets.
     *
     * @param vertex its uid
     * @param weight in requests per second, > 0; only the proportions count
     */
    public record Share(String vertex, double weight) {}
}
