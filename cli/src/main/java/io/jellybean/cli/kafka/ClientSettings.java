package io.jellybean.cli.kafka;

import io.jellybean.jobs.security.SecurityFolder;
import java.util.HashMap;
import java.util.Map;

/** What each of Kafka's clients is told. */
final class ClientSettings {

    private ClientSettings() {}

    /**
     * Where the broker is, how it is trusted, and more.
     *
     * @throws io.jellybean.jobs.security.UnusableSecurityException if the settings of TLS and credentials cannot be read
     */
    static Map<String, Object> of(String bootstrapServers, Map<String, ?> more) {
        Map<String, Object> settings =
                new HashMap<>(SecurityFolder.ofThisProcess().kafkaClients());
        settings.put("bootstrap.servers", bootstrapServers);
        settings.putAll(more);
        return settings;
    }
}
