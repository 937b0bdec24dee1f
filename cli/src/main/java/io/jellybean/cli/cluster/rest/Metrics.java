package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a job's vertices measure, over all their subtasks. Flink refreshes the values every few seconds. */
public final class Metrics {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private final HttpJson http;

    Metrics(HttpJson http) {
        this.http = http;
    }

    /** The names that the subtasks of a vertex know, such as {@code numRecordsOut}. */
    public List<String> names(String jobId, String vertexId) {
        return StreamSupport.stream(get(jobId, vertexId, "").spliterator(), false)
                .map(metric -> metric.path("id").asText())
                .toList();
    }

    /**
     * The values of some metrics of a vertex by name. A name that no subtask knows, or not yet, is missing.
     *
     * @param names as {@link #names} lists them
     */
    public Map<String, MetricSummary> values(String jobId, String vertexId, List<String> names) {
        Map<String, MetricSummary> summaryByName = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            String query = "?get=" + URLEncoder.encode(String.join(",", names), StandardCharsets.UTF_8);
            get(jobId, vertexId, query)
                    .forEach(metric ->
                            summaryByName.put(metric.path("id").asText(), http.as(MetricSummary.class, metric)));
        }
        return summaryByName;
    }

    private JsonNode get(String jobId, String vertexId, String query) {
        return http.get("/jobs/%s/vertices/%s/subtasks/metrics%s".formatted(jobId, vertexId, query), CALL_TIMEOUT);
    }
}
