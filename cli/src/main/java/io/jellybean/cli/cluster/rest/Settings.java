package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flink's lists of {@code {"key": ..., "value": ...}}. */
final class Settings {

    private Settings() {}

    /** Of an object whose values are texts. */
    static Map<String, String> byName(JsonNode object) {
        Map<String, String> valueByName = new LinkedHashMap<>();
        object.properties()
                .forEach(field ->
                        valueByName.put(field.getKey(), field.getValue().asText()));
        return valueByName;
    }

    static Map<String, String> byKey(JsonNode entries) {
        Map<String, String> valueByKey = new LinkedHashMap<>();
        entries.forEach(entry ->
                valueByKey.put(entry.path("key").asText(), entry.path("value").asText()));
        return valueByKey;
    }
}
