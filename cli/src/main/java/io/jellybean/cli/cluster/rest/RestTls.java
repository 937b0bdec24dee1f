package io.jellybean.cli.cluster.rest;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom we trust to be Flink's REST interface, and how we show who we are: by the settings that Flink has for itself,
 * {@code security.ssl.rest.*} or, where those are left out, {@code security.ssl.*}.
 */
final class RestTls {

    private final Map<String, String> settings;

    private RestTls(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * Empty if nothing is said of it: then the JDK's own certificates are trusted.
     *
     * @throws FlinkRestException if the stores cannot be read
     */
    static Optional<SSLContext> context(Map<String, String> settings) {
        RestTls tls = new RestTls(settings);
        return tls.setting("truststore") == null ? Optional.empty() : Optional.of(tls.context());
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new FlinkRestException(
                    "the stores of security.ssl.rest.* in flink.properties cannot be used: " + unusable.getMessage(),
                    unusable);
        }
    }

    private TrustManagerFactory trusted() throws GeneralSecurityException, IOException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store("truststore"));
        return trusted;
    }

    /** Flink asks for them only if it is to know who speaks to it. */
    private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
        if (!Boolean.parseBoolean(settings.get("security.ssl.rest.authentication-enabled"))) {
            return null;
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("keystore"), password("key-password"));
        return keys.getKeyManagers();
    }

    private KeyStore store(String which) throws GeneralSecurityException, IOException {
        Path file = Path.of(Objects.requireNonNullElse(setting(which), ""));
        return KeyStore.getInstance(file.toFile(), password(which + "-password"));
    }

    private char[] password(String which) {
        return Objects.requireNonNullElse(setting(which), "").toCharArray();
    }

    private @Nullable String setting(String name) {
        return settings.getOrDefault("security.ssl.rest." + name, settings.get("security.ssl." + name));
    }
}
