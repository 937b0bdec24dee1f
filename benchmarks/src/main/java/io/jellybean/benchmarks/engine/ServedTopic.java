package io.jellybean.benchmarks.engine;

import io.jellybean.cli.kafka.TopicFollower;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Watches results come, and measures from when so many are there until the last. */
final class ServedTopic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final double MILLIS = 1_000;
    private static final double NANOS = 1e9;

    private final TopicFollower follower;

    private record Moment(long results, long atMillis, long cpuNanos) {}

    /** From now on. */
    ServedTopic(String kafka, String topic) {
        follower = new TopicFollower(kafka, List.of(topic), false);
    }

    /**
     * Waits for all results.
     *
     * @param processes those that serve
     * @throws IllegalStateException if they do not come
     */
    Throughput measure(int warmUp, int all, List<Long> processes) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        long results = 0;
        long lastMillis = 0;
        Moment begin = null;
        while (results < all) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("only %d of %d results came".formatted(results, all));
            }
            for (ConsumerRecord<byte[], byte[]> record : follower.poll(Duration.ofMillis(50))) {
                results++;
                lastMillis = Math.max(lastMillis, record.timestamp());
            }
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
