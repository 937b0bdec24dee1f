package io.jellybean.cli.replan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.workflow.Sink;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From capture to the write of a result, of what is written to the topics of a workflow from now on. Not thread-safe. */
final class ResultLatency implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_KEPT = 100_000;

    private final TopicFollower topics;
    private final Map<String, List<Long>> millisByTopic = new TreeMap<>();
    private final Map<String, Integer> countByTopic = new TreeMap<>();

    ResultLatency(DeployedJob deployed) {
        List<String> names = deployed.plan().workflow().sinks().stream()
                .map(Sink::topic)
                .distinct()
                .toList();
        names.forEach(name -> millisByTopic.put(name, new ArrayList<>()));
        this.topics = new TopicFollower(deployed.kafka(), names, false);
    }

    /** Takes in what comes in a while. */
    void collect(Duration during) {
        long end = System.nanoTime() + during.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> record : topics.poll(Duration.ofMillis(100))) {
                List<Long> millis = millisByTopic.computeIfAbsent(record.topic(), unseen -> new ArrayList<>());
                countByTopic.merge(record.topic(), 1, Integer::sum);
                long began = began(record.value());
                if (began > 0 && millis.size() < MOST_KEPT) {
                    millis.add(record.timestamp() - began);
                }
            }
        }
    }

    /** For each topic how many results came, and how late half of them and nearly all of them were. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        millisByTopic.forEach((topic, millis) -> {
            Collections.sort(millis);
            lines.add(
                    millis.isEmpty()
                            ? "%s: %d results".formatted(topic, countByTopic.getOrDefault(topic, 0))
                            : String.format(
                                    Locale.ROOT,
                                    "%s: p50 %d ms, p99 %d ms, of %d",
                                    topic,
                                    quantile(millis, 0.50),
                                    quantile(millis, 0.99),
                                    millis.size()));
        });
        return lines;
    }

    @Override
    public void close() {
        topics.close();
    }

    private static long quantile(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    /** When the frame was captured or the question asked; 0 if the record does not say. */
    private static long began(byte[] value) {
        try {
            JsonNode json = JSON.readTree(value);
            return json.path("capturedAtMillis")
                    .asLong(json.path("askedAtMillis").asLong(0));
        } catch (IOException noJson) {
            return 0;
        }
    }
}
