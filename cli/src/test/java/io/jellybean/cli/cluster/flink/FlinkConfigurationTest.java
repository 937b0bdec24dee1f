package io.jellybean.cli.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FlinkConfigurationTest {

    private final Map<String, String> options =
            new FlinkConfiguration(6123, 8081, Path.of("/run/flink"), URI.create("file:///run/flink/state")).options();

    @Test
    void bindsEveryAddressToLoopback() {
        assertThat(options.entrySet())
                .filteredOn(option -> option.getKey().matches(".*(\\.host|-host|address)"))
                .hasSize(6)
                .allMatch(option -> option.getValue().equals("127.0.0.1"));
    }

    @Test
    void writesNowhereButBelowItsFolder() {
        assertThat(options.entrySet())
                .filteredOn(option -> option.getKey().matches(".*(\\.dirs?|-dir)"))
                .hasSize(4)
                .allMatch(option -> option.getValue().matches("(file://)?/run/flink/.*"));
    }

    @Test
    void namesTheSchedulerThatKnowsTiersAndRefusesGenericTypes() {
        assertThat(options)
                .containsEntry("jobmanager.scheduler", "Default")
                .containsEntry("pipeline.generic-types", "false")
                .hasEntrySatisfying(
                        "classloader.parent-first-patterns.additional",
                        packages -> assertThat(packages).contains("ai.onnxruntime."));
    }
}
