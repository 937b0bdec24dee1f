package io.jellybean.cli.layout;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The addresses of an infrastructure on one machine: a subnet for each tier, and between two that are linked a router of their own, the
 * only way from one to the other. A subnet more is for what steers the cluster.
 */
final class TierNetworks {

    /** Of the JobManager, in every subnet. */
    static final int JOB_MANAGER = 4;

    /** Of the broker, in those that it stands in. */
    static final int BROKER = 5;

    private static final String SUBNET = "10.83.%d.";
    private static final int FIRST_ROUTER = 10;
    private static final int FIRST_WORKER = 40;
    private static final int LAST = 254;
    private static final int MOST_TIERS = FIRST_WORKER - FIRST_ROUTER;

    private final Infrastructure infrastructure;
    private final List<Router> routers = new ArrayList<>();
    private final Map<String, String> addressByWorker = new LinkedHashMap<>();

    /**
     * Carries what goes from one tier to another and back.
     *
     * @param near the tier that is listed first
     * @param nearAddress its own in the subnet of that tier
     * @param toFar from the near to the far tier: the link that is priced, or else the one back, as something must carry the answers
     */
    record Router(String near, String nearAddress, String far, String farAddress, Link toFar, Link toNear) {

        String name() {
            return "link-%s-%s".formatted(near, far);
        }
    }

    /**
     * Gives every worker an address.
     *
     * @throws CommandFailedException if a tier has more workers than a subnet has addresses
     */
    TierNetworks(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        if (infrastructure.tiers().size() > MOST_TIERS) {
            throw new CommandFailedException("infrastructure %s: one machine plays at most %d tiers, but there are %d."
                    .formatted(
                            infrastructure.id(),
                            MOST_TIERS,
                            infrastructure.tiers().size()));
        }
        addRouters();
        addWorkers();
    }

    /** That of a tier, such as {@code 10.83.1.0/24}. */
    String subnet(String tier) {
        return address(tier, 0) + "/24";
    }

    /** That of what steers the cluster. */
    String controlSubnet() {
        return controlAddress(0) + "/24";
    }

    String controlAddress(int host) {
        return SUBNET.formatted(0) + host;
    }

    String address(String tier, int host) {
        return SUBNET.formatted(infrastructure.tiers().indexOf(tier) + 1) + host;
    }

    /** That of a worker in the subnet of its tier. */
    String addressOf(PlannedWorker worker) {
        return Objects.requireNonNull(addressByWorker.get(worker.spec().resourceId()));
    }

    /** One for each two tiers with a link between them. */
    List<Router> routers() {
        return List.copyOf(routers);
    }

    /** By tier that can be reached from this one, the address in this one's subnet through which. */
    Map<String, String> gateways(String tier) {
        Map<String, String> gateways = new LinkedHashMap<>();
        for (Router router : routers) {
            if (router.near().equals(tier)) {
                gateways.put(router.far(), router.nearAddress());
            } else if (router.far().equals(tier)) {
                gateways.put(router.near(), router.farAddress());
            }
        }
        return gateways;
    }

    private void addRouters() {
        List<String> tiers = infrastructure.tiers();
        for (int near = 0; near < tiers.size(); near++) {
            for (int far = near + 1; far < tiers.size(); far++) {
                add(tiers.get(near), tiers.get(far), FIRST_ROUTER + near, FIRST_ROUTER + far);
            }
        }
    }

    /** Its address in a subnet ends with the number of the other tier, so that no two routers have the same. */
    private void add(String near, String far, int nearNumber, int farNumber) {
        Optional<Link> toFar = link(near, far);
        Optional<Link> toNear = link(far, near);
        toFar.or(() -> toNear)
                .ifPresent(either -> routers.add(new Router(
                        near,
                        address(near, farNumber),
                        far,
                        address(far, nearNumber),
                        toFar.orElse(either),
                        toNear.orElse(either))));
    }

    private Optional<Link> link(String from, String to) {
        return infrastructure.links().stream()
                .filter(link -> link.fromTier().equals(from) && link.toTier().equals(to))
                .findFirst();
    }

    private void addWorkers() {
        Map<String, Integer> nextByTier = new HashMap<>();
        for (PlannedWorker worker : PlannedCluster.workers(infrastructure)) {
            int host = nextByTier.merge(worker.tier(), FIRST_WORKER, (last, first) -> last + 1);
            if (host > LAST) {
                throw new CommandFailedException(
                        "infrastructure %s: one machine plays at most %d workers of a tier, but there are more in %s. Maybe give fewer in a file for it."
                                .formatted(infrastructure.id(), LAST - FIRST_WORKER + 1, worker.tier()));
            }
            addressByWorker.put(worker.spec().resourceId(), address(worker.tier(), host));
        }
    }
}
