package io.jellybean.cli.layout;

import io.jellybean.cli.cluster.flink.ContainerConfiguration;
import io.jellybean.cli.cluster.kafka.BrokerConfiguration;
import io.jellybean.cli.cluster.kafka.BrokerConfiguration.Listener;
import io.jellybean.cli.cluster.process.TextFile;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code compose.yaml} and the configurations that its containers are given. */
final class ComposeInstallation implements Installation {

    private static final int CONTROLLER_PORT = 9093;

    @Override
    public void write(Infrastructure infrastructure, URI state, Path folder) {
        TierNetworks networks = new TierNetworks(infrastructure);
        TextFile.write(folder.resolve("compose.yaml"), new ComposeFile(infrastructure, networks).text());
        ContainerConfiguration flink =
                ContainerConfiguration.onOneMachine(networks.controlAddress(TierNetworks.JOB_MANAGER), state);
        flink.writeJobManager(folder.resolve("jobmanager"));
        PlannedCluster.kinds(infrastructure)
                .forEach(worker -> flink.writeTaskManager(folder.resolve(worker.group()), worker.spec()));
        broker().write(folder.resolve("kafka/server.properties"));
    }

    private static BrokerConfiguration broker() {
        Map<String, Listener> listeners = new LinkedHashMap<>();
        listeners.put("CLIENT", new Listener("0.0.0.0:9092", "kafka:9092"));
        // The port that the machine has for it is known at the start only.
        listeners.put("OUTSIDE", new Listener("0.0.0.0:9094", "127.0.0.1:9094"));
        return new BrokerConfiguration(CONTROLLER_PORT, listeners, Path.of("/var/lib/kafka"));
    }
}
