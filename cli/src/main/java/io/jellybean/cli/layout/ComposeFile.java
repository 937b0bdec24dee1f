package io.jellybean.cli.layout;

import io.jellybean.cli.layout.TierNetworks.Router;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code compose.yaml}: the whole infrastructure as containers of one machine. */
final class ComposeFile {

    private final Infrastructure infrastructure;
    private final TierNetworks networks;

    /** Where frames are taken in; the broker stands there. */
    private final String brokerTier;

    ComposeFile(Infrastructure infrastructure, TierNetworks networks) {
        this.infrastructure = infrastructure;
        this.networks = networks;
        this.brokerTier = infrastructure.ingest().stream()
                .map(IngestHost::tier)
                .findFirst()
                .orElseGet(() -> infrastructure.tiers().get(0));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(filled("head", Map.of("infrastructure", infrastructure.id())));
        text.append(filled(
                "kafka",
                Map.of(
                        "address", networks.controlAddress(TierNetworks.BROKER),
                        "tiers", inTiers(brokerTiers(), TierNetworks.BROKER),
                        "routes", routesFrom(brokerTier))));
        text.append(filled(
                "jobmanager",
                Map.of(
                        "address", networks.controlAddress(TierNetworks.JOB_MANAGER),
                        "kafka", networks.controlAddress(TierNetworks.BROKER),
                        "tiers", inTiers(infrastructure.tiers(), TierNetworks.JOB_MANAGER))));
        networks.routers().forEach(router -> text.append(link(router)));
        PlannedCluster.workers(infrastructure).forEach(worker -> text.append(worker(worker)));
        text.append(filled(
                "tail",
                Map.of(
                        "controlSubnet", networks.controlSubnet(),
                        "tiers",
                                infrastructure.tiers().stream()
                                        .map(this::network)
                                        .collect(Collectors.joining("\n")))));
        return text.toString();
    }

    private static String link(Router router) {
        return filled(
                "link",
                Map.of(
                        "name", router.name(),
                        "near", router.near(),
                        "nearAddress", router.nearAddress(),
                        "toNearMbps", mbps(router.toNear().mbps()),
                        "far", router.far(),
                        "farAddress", router.farAddress(),
                        "toFarMbps", mbps(router.toFar().mbps())));
    }

    private String worker(PlannedWorker worker) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", worker.spec().resourceId());
        values.put("kind", worker.kind());
        values.put("tier", worker.tier());
        values.put("address", networks.addressOf(worker));
        values.put("kafka", networks.address(brokerTierSeenFrom(worker.tier()), TierNetworks.BROKER));
        values.put("cores", worker.cores());
        values.put("memoryBytes", worker.spec().memoryBytes());
        values.put("routes", routesFrom(worker.tier()));
        return filled("worker", values);
    }

    private String routesFrom(String tier) {
        return networks.gateways(tier).entrySet().stream()
                .map(route -> ", \"%s\", \"%s\"".formatted(networks.subnet(route.getKey()), route.getValue()))
                .collect(Collectors.joining());
    }

    /** A tier without a link to the broker's has the broker in its own network: what it sends to it is not priced. */
    private String brokerTierSeenFrom(String tier) {
        return networks.gateways(tier).containsKey(brokerTier) ? brokerTier : tier;
    }

    private List<String> brokerTiers() {
        return infrastructure.tiers().stream()
                .filter(tier -> tier.equals(brokerTierSeenFrom(tier)))
                .toList();
    }

    private String inTiers(List<String> tiers, int host) {
        return tiers.stream()
                .map(tier -> "      tier-%s: {ipv4_address: %s}".formatted(tier, networks.address(tier, host)))
                .collect(Collectors.joining("\n"));
    }

    private String network(String tier) {
        return """
                  tier-%s:
                    driver_opts: {com.docker.network.bridge.enable_ip_masquerade: "false"}
                    ipam: {config: [{subnet: %s}]}""".indent(2).stripTrailing().formatted(tier, networks.subnet(tier));
    }

    private static String mbps(@Nullable Double mbps) {
        return mbps == null ? "0" : Template.number(mbps);
    }

    private static String filled(String template, Map<String, ?> values) {
        return Template.read("compose/%s.yaml".formatted(template)).with(values);
    }
}
