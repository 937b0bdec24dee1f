package io.jellybean.benchmarks.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.result.AnsweredQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Watches results come. */
final class ServedTopic implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Between two results, the start of what serves included. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final double MILLIS = 1_000;
    private static final double NANOS = 1e9;

    private final TopicFollower follower;

    /** Told how many results are there, each time some came. */
    interface Progress {
        void at(long results);
    }

    private record Moment(long results, long atMillis, long cpuNanos) {}

    /** From now on. */
    ServedTopic(String kafka, String topic) {
        follower = new TopicFollower(kafka, List.of(topic), false);
    }

    /**
     * Waits for so many results, and measures from when so many of them were there.
     *
     * @param processes those that serve
     * @throws IllegalStateException if they do not come
     */
    Throughput measure(int warmUp, int all, List<Long> processes, Progress progress) {
        long results = 0;
        long lastMillis = 0;
        Moment begin = null;
        progress.at(0);
        while (results < all) {
            for (ConsumerRecord<byte[], byte[]> record : next(results, all)) {
                results++;
                lastMillis = Math.max(lastMillis, record.timestamp());
            }
            progress.at(results);
            if (begin == null && results >= warmUp) {
                begin = new Moment(results, lastMillis, cpuNanos(processes));
            }
        }
        Moment end = new Moment(results, lastMillis, cpuNanos(processes));
        Moment from = begin == null ? end : begin;
        return Throughput.between(
                end.results() - from.results(),
                (end.atMillis() - from.atMillis()) / MILLIS,
                (end.cpuNanos() - from.cpuNanos()) / NANOS);
    }

    /**
     * Waits for so many results, and says how long after its capture each was written but for the first.
     *
     * @throws IllegalStateException if they do not come
     */
    Latencies latencies(int warmUp, int all) {
        List<Double> millis = new ArrayList<>();
        while (millis.size() < all) {
            for (ConsumerRecord<byte[], byte[]> record : next(millis.size(), all)) {
                millis.add((double) (record.timestamp() - beganAtMillis(record.value())));
            }
        }
        return Latencies.of(millis.subList(warmUp, millis.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** When each of so many results was written, milliseconds since 1970 UTC, in order; waits for them. */
    List<Long> writtenAtMillis(int all) {
        List<Long> millis = new ArrayList<>();
        while (millis.size() < all) {
            next(millis.size(), all).forEach(record -> millis.add(record.timestamp()));
        }
        return millis.stream().sorted().toList();
    }

    /** Some more results, at least one. */
    private ConsumerRecords<byte[], byte[]> next(long results, int all) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        ConsumerRecords<byte[], byte[]> next = follower.poll(POLL);
        while (next.isEmpty()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("only %d of %d results came".formatted(results, all));
            }
            next = follower.poll(POLL);
        }
        next.forEach(record -> requireInTime(json(record.value())));
        return next;
    }

    /** A question whose frame came too late was not served. */
    private static void requireInTime(JsonNode result) {
        if (result.path("outcome").asText().equals(AnsweredQuestion.TIMED_OUT)) {
            throw new IllegalStateException("a question was not answered: " + result);
        }
    }

    private static long beganAtMillis(byte[] result) {
        JsonNode json = json(result);
        return json.path("capturedAtMillis").asLong(json.path("askedAtMillis").asLong());
    }

    private static JsonNode json(byte[] result) {
        try {
            return JSON.readTree(result);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static long cpuNanos(List<Long> processes) {
        return processes.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    @Override
    public void close() {
        follower.close();
    }
}
