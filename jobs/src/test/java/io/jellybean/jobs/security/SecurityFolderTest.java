package io.jellybean.jobs.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecurityFolderTest {

    private static final String SECRET = "org.example.Login required username=\"street\" password=\"s=3:{c}ret\";";

    @Test
    void clientsLookTheirSecretsUpThemselves(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("kafka.properties"),
                "security.protocol=SASL_SSL\nsasl.jaas.config=%s\n".formatted(SECRET));

        Map<String, String> settings = SecurityFolder.named(folder.toString()).kafkaClients();

        assertThat(settings.toString()).doesNotContain("ret");
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", "127.0.0.1:9092");
        ConsumerConfig seenByAClient = new ConsumerConfig(ConsumerConfig.appendDeserializerToConfig(
                all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        assertThat(seenByAClient.getString(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG))
                .isEqualTo("SASL_SSL");
        assertThat(seenByAClient.getPassword(SaslConfigs.SASL_JAAS_CONFIG)).isEqualTo(new Password(SECRET));
    }

    @Test
    void withoutAFolderOrAFileNothingIsSet(@TempDir Path empty) {
        for (SecurityFolder none : new SecurityFolder[] {
            SecurityFolder.named(null), SecurityFolder.named(""), SecurityFolder.named(empty.toString())
        }) {
            assertThat(none.kafkaClients()).isEmpty();
            assertThat(none.broker()).isEmpty();
            assertThat(none.flink()).isEmpty();
        }
    }

    @Test
    void namesWhatIsWrong(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> SecurityFolder.named("/no/such/folder"))
                .isInstanceOf(UnusableSecurityException.class)
                .hasMessageContainingAll("JELLYBEAN_SECURITY", "/no/such/folder", "unset");
        assertThatThrownBy(() -> SecurityFolder.named("security"))
                .isInstanceOf(UnusableSecurityException.class)
                .hasMessageContainingAll("absolute", "\"security\"", "/security\"");
        Path colon = Files.createDirectory(folder.resolve("a:b"));
        assertThatThrownBy(() -> SecurityFolder.named(colon.toString()))
                .isInstanceOf(UnusableSecurityException.class)
                .hasMessageContainingAll("':'", "a:b");
        Files.writeString(folder.resolve("flink.properties"), """
                security.ssl.rest.enabled=true
                rest.port=8081
                web.submit.enable=false
                """);
        assertThatThrownBy(() -> SecurityFolder.named(folder.toString()).flink())
                .isInstanceOf(UnusableSecurityException.class)
                .hasMessageContainingAll("flink.properties", "rest.port, web.submit.enable", "config.yaml");
    }
}
