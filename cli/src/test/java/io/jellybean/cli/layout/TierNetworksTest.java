package io.jellybean.cli.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.infrastructure.WorkerGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TierNetworksTest {

    private static final Link EDGE_TO_HUB = new Link("edge", "hub", 0.01, 10.0, null);
    private static final Link HUB_TO_CLOUD = new Link("hub", "cloud", 0.05, 50.0, null);
    private static final Link CLOUD_TO_HUB = new Link("cloud", "hub", 0.02, 20.0, null);

    private final TierNetworks networks = new TierNetworks(street(2));

    private static Infrastructure street(int boxes) {
        return new Infrastructure(
                "street",
                List.of("edge", "hub", "cloud"),
                List.of(
                        new WorkerGroup("edge", "box", boxes, 0.1, 1, 700_000_000),
                        new WorkerGroup("cloud", "vm", 1, 0.1, 1, 700_000_000)),
                List.of(EDGE_TO_HUB, HUB_TO_CLOUD, CLOUD_TO_HUB),
                List.of());
    }

    @Test
    void aPairOfLinkedTiersHasOneRouter() {
        assertThat(networks.routers())
                .extracting(TierNetworks.Router::name)
                .containsExactly("link-edge-hub", "link-hub-cloud");
        assertThat(networks.gateways("hub").keySet()).containsExactly("edge", "cloud");
        assertThat(networks.gateways("edge").keySet()).containsExactly("hub");
    }

    @Test
    void answersTakeTheirOwnLinkOrElseTheOneThatThereIs() {
        assertThat(networks.routers())
                .extracting(TierNetworks.Router::toNear)
                .containsExactly(EDGE_TO_HUB, CLOUD_TO_HUB);
        assertThat(networks.routers())
                .extracting(TierNetworks.Router::toFar)
                .containsExactly(EDGE_TO_HUB, HUB_TO_CLOUD);
    }

    @Test
    void noTwoHaveTheSameAddress() {
        Set<String> addresses = new HashSet<>();
        for (TierNetworks.Router router : networks.routers()) {
            assertThat(addresses.add(router.nearAddress())).isTrue();
            assertThat(addresses.add(router.farAddress())).isTrue();
        }
        PlannedCluster.workers(street(2))
                .forEach(worker ->
                        assertThat(addresses.add(networks.addressOf(worker))).isTrue());
        assertThat(networks.gateways("cloud"))
                .isEqualTo(Map.of("hub", networks.routers().get(1).farAddress()));
    }

    @Test
    void moreWorkersThanAddressesAreRefused() {
        assertThatThrownBy(() -> new TierNetworks(street(300)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("at most 215 workers of a tier, but there are more in edge");
    }
}
