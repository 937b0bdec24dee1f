package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flink's lists of {@code {"key": ..., "value": ...}}. */
final class Settings {

    private Settings() {}

    static Map<String, String> byKey(JsonNode entries) {
        Map<String, String> valueByKey = new LinkedHashMap<>();
        entries.forEach(entry ->
                valueByKey.put(entry.path("key").asText(), entry.path("value").asText()));
        return valueByKey;
    }
}
