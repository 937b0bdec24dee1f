package io.jellybean.cli.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes over each link of an infrastructure in containers, by the counters of the interface at which it comes into the link's
 * container: all there is, with what acknowledges, steers and carries results.
 *
 * @param byLink by {@code from to}
 */
record LinkBytes(Map<String, Count> byLink) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What had gone over a link at a moment of the clock that counts nanoseconds. */
    record Count(long bytes, long atNanos) {

        double perSecondSince(Count earlier) {
            return (bytes - earlier.bytes) * 1e9 / (atNanos - earlier.atNanos);
        }
    }

    static LinkBytes now(ContainerStreet street, Infrastructure infrastructure)
            throws IOException, InterruptedException {
        Map<String, Count> byLink = new TreeMap<>();
        List<String> tiers = infrastructure.tiers();
        for (int near = 0; near < tiers.size(); near++) {
            for (int far = near + 1; far < tiers.size(); far++) {
                String container = "link-%s-%s".formatted(tiers.get(near), tiers.get(far));
                JsonNode interfaces = JSON.readTree(street.inside(container, "ip", "-s", "-j", "address"));
                long now = System.nanoTime();
                byLink.put(key(tiers.get(near), tiers.get(far)), new Count(received(interfaces, near), now));
                byLink.put(key(tiers.get(far), tiers.get(near)), new Count(received(interfaces, far), now));
            }
        }
        return new LinkBytes(byLink);
    }

    /** By the third number of its address an interface belongs to a tier; the first tier has 1. */
    private static long received(JsonNode interfaces, int tier) {
        for (JsonNode each : interfaces) {
            String address = each.path("addr_info").path(0).path("local").asText();
            if (address.startsWith("10.83.%d.".formatted(tier + 1))) {
                return each.path("stats64").path("rx").path("bytes").asLong();
            }
        }
        throw new IllegalStateException("no interface of tier %d in %s".formatted(tier, interfaces));
    }

    /** Bytes per second since an earlier count, by link. */
    Map<String, Double> perSecondSince(LinkBytes earlier) {
        Map<String, Double> rates = new TreeMap<>();
        byLink.forEach(
                (link, count) -> rates.put(link, count.perSecondSince(requireNonNull(earlier.byLink.get(link)))));
        return rates;
    }

    /** A link as it is called here. */
    static String key(String from, String to) {
        return from + " " + to;
    }
}
