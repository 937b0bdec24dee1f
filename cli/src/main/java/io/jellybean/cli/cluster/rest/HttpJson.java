package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.jobs.security.SecurityFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to Flink and reads its answers, or the reason of a refusal. Thread-safe. */
final class HttpJson {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final HttpClient client;
    private final URI base;

    /** HTTP/1.1 and no proxy: Flink speaks nothing newer, and a loopback address is nobody else's business. */
    HttpJson(URI base) {
        this.base = base;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_TIMEOUT);
        RestTls.context(SecurityFolder.ofThisProcess().flink()).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    JsonNode get(String path, Duration timeout) {
        return send(path, request(path, timeout).GET());
    }

    JsonNode post(String path, Object body, Duration timeout) {
        try {
            return send(
                    path,
                    request(path, timeout)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(mapper.writeValueAsString(body))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("No JSON can be made of " + body, impossible);
        }
    }

    JsonNode post(String path, String contentType, BodyPublisher body, Duration timeout) {
        return send(
                path, request(path, timeout).header("Content-Type", contentType).POST(body));
    }

    JsonNode delete(String path, Duration timeout) {
        return send(path, request(path, timeout).DELETE());
    }

    JsonNode patch(String path, Duration timeout) {
        return send(path, request(path, timeout).method("PATCH", BodyPublishers.noBody()));
    }

    /** Reads an answer, or a part of it, as a record. */
    <T> T as(Class<T> type, JsonNode json) {
        try {
            return mapper.treeToValue(json, type);
        } catch (JsonProcessingException unexpected) {
            throw new FlinkRestException(
                    "Flink's answer is no %s: %s".formatted(type.getSimpleName(), unexpected.getOriginalMessage()),
                    unexpected);
        }
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
    }

    private JsonNode send(String path, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw new FlinkRestException(
                        "Flink refused %s %s (HTTP %d): %s"
                                .formatted(request.method(), path, response.statusCode(), reason(response.body())),
                        response.statusCode());
            }
            return mapper.readTree(response.body());
        } catch (IOException failed) {
            throw new FlinkRestException(
                    "Flink did not answer %s %s: %s".formatted(request.method(), request.uri(), failed), failed);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new FlinkRestException("Interrupted at %s %s".formatted(request.method(), path), ending);
        }
    }

    /** Flink answers {@code {"errors": ["Internal server error.", "<stack trace>"]}}; the last one says most. */
    private String reason(byte[] body) throws IOException {
        try {
            JsonNode errors = mapper.readTree(body).path("errors");
            return errors.isEmpty()
                    ? "no reason given"
                    : StackTraces.rootCause(errors.get(errors.size() - 1).asText());
        } catch (JsonProcessingException noJson) {
            return "no reason given";
        }
    }
}
