package io.jellybean.jobs.security;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * TLS and credentials, all in one folder, which the environment of each process names. The same path on every machine:
 *
 * <pre>
 * kafka.properties   what Kafka's clients are told, those of the jobs included
 * broker.properties  what a broker of ours is told besides
 * flink.properties   Flink's security.ssl.*, for its processes and for whoever speaks to them
 * </pre>
 *
 * Each may be left out.
 *
 * @param path null: there is none, and nothing is encrypted
 */
public record SecurityFolder(@Nullable Path path) {

    /** The environment variable that names the folder. */
    public static final String VARIABLE = "JELLYBEAN_SECURITY";

    private static final String KAFKA = "kafka.properties";
    private static final String BROKER = "broker.properties";
    private static final String FLINK = "flink.properties";
    private static final String OF_FLINKS_SECURITY = "security.";

    private static final String FILE_PROVIDER = "org.apache.kafka.common.config.provider.FileConfigProvider";

    /** These end a reference to a file within a setting of Kafka's. */
    private static final List<String> NOT_IN_PATHS = List.of(":", "}");

    /**
     * The folder that this process's environment names.
     *
     * @throws UnusableSecurityException if it names something else
     */
    public static SecurityFolder ofThisProcess() {
        return named(System.getenv(VARIABLE));
    }

    static SecurityFolder named(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return new SecurityFolder(null);
        }
        Path folder = Path.of(path).normalize();
        if (!folder.isAbsolute()) {
            throw new UnusableSecurityException("%s must be an absolute path, but is \"%s\". Maybe \"%s\"."
                    .formatted(VARIABLE, path, folder.toAbsolutePath()));
        }
        if (!Files.isDirectory(folder)) {
            throw new UnusableSecurityException(
                    "%s must name a folder, but \"%s\" is none. Maybe make it, or unset the variable."
                            .formatted(VARIABLE, path));
        }
        if (NOT_IN_PATHS.stream().anyMatch(folder.toString()::contains)) {
            throw new UnusableSecurityException(
                    "%s must be a path without ':' and '}', but is \"%s\". Maybe move the folder."
                            .formatted(VARIABLE, folder));
        }
        return new SecurityFolder(folder);
    }

    /**
     * For any of Kafka's clients: a reference to each setting of the file, which the client itself looks up where it runs. So no secret
     * is in the memory of who passes them on, in a job graph or in a log.
     *
     * @throws UnusableSecurityException if the file cannot be read
     */
    public Map<String, String> kafkaClients() {
        Map<String, String> references = new TreeMap<>();
        read(KAFKA)
                .keySet()
                .forEach(setting -> references.put(setting, "${file:%s:%s}".formatted(file(KAFKA), setting)));
        if (!references.isEmpty()) {
            references.put("config.providers", "file");
            references.put("config.providers.file.class", FILE_PROVIDER);
        }
        return references;
    }

    /** For a broker that is started here. */
    public Map<String, String> broker() {
        return read(BROKER);
    }

    /**
     * For Flink's processes, and for who speaks to them.
     *
     * @throws UnusableSecurityException if there is a setting that is none of Flink's security
     */
    public Map<String, String> flink() {
        Map<String, String> settings = read(FLINK);
        List<String> others = settings.keySet().stream()
                .filter(setting -> !setting.startsWith(OF_FLINKS_SECURITY))
                .toList();
        if (!others.isEmpty()) {
            throw new UnusableSecurityException(
                    "%s: settings must begin with \"%s\", but there are %s. Maybe put them into Flink's config.yaml."
                            .formatted(file(FLINK), OF_FLINKS_SECURITY, String.join(", ", others)));
        }
        return settings;
    }

    private Map<String, String> read(String name) {
        Path file = file(name);
        if (file == null || !Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UnusableSecurityException("%s cannot be read as properties: %s. Maybe see who may read it."
                    .formatted(file, unreadable.getMessage()));
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    private @Nullable Path file(String name) {
        return path == null ? null : path.resolve(name);
    }
}
