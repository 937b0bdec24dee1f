package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * What a plan costs.
 *
 * @param computeUsdPerHour all used workers, in full
 * @param links those that carry traffic
 */
public record Cost(double computeUsdPerHour, List<LinkCost> links) {
    public Cost {
        Require.notNegative("cost: computeUsdPerHour", computeUsdPerHour);
        links = List.copyOf(links);
    }

    /** All links together. */
    public double linksUsdPerHour() {
        return links.stream().mapToDouble(LinkCost::usdPerHour).sum();
    }

    /** Workers and links, US dollars per hour. */
    public double total() {
        return computeUsdPerHour + linksUsdPerHour();
    }
}
