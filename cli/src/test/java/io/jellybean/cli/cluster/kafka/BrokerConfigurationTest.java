package io.jellybean.cli.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class BrokerConfigurationTest {

    private final Properties properties = BrokerConfiguration.onLoopback(9092, 9093, Path.of("/run/kafka/data"))
            .properties();

    @Test
    void listensOnLoopbackOnly() {
        assertThat(properties.getProperty("listeners"))
                .isEqualTo("CLIENT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093");
        assertThat(properties.getProperty("advertised.listeners")).isEqualTo("CLIENT://127.0.0.1:9092");
    }

    @Test
    void takesFramesAndBoundsWhatItKeeps() {
        assertThat(properties)
                .containsEntry("message.max.bytes", "4194304")
                .containsEntry("replica.fetch.max.bytes", "4194304")
                .containsEntry("auto.create.topics.enable", "false")
                .containsKey("log.retention.bytes");
    }
}
