package io.jellybean.cli.cluster.rest;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A jar as the only part of a multipart form, read from its file while it is sent. */
final class JarUpload {

    /** A job jar with its models may have some hundred MB. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private JarUpload() {}

    static String send(HttpJson http, Path jar) {
        String boundary = "jellybean-" + UUID.randomUUID();
        String stored = http.post(
                        "/jars/upload", "multipart/form-data; boundary=" + boundary, form(boundary, jar), TIMEOUT)
                .path("filename")
                .asText();
        // Flink answers the path on its side; the last name in it is the id.
        return stored.substring(stored.lastIndexOf('/') + 1);
    }

    private static BodyPublisher form(String boundary, Path jar) {
        String head = """
                --%s\r
                Content-Disposition: form-data; name="jarfile"; filename="%s"\r
                Content-Type: application/java-archive\r
                \r
                """.formatted(boundary, safeName(jar));
        try {
            return BodyPublishers.concat(
                    BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                    BodyPublishers.ofFile(jar),
                    BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary), StandardCharsets.UTF_8));
        } catch (FileNotFoundException missing) {
            throw new FlinkRestException("There is no jar %s to upload".formatted(jar), missing);
        }
    }

    private static String safeName(Path jar) {
        return String.valueOf(jar.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
