package io.jellybean.cli.demo;

import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.io.ResultJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads one result topic from its beginning.
 *
 * @param <T> the type of its records
 */
final class TopicReader<T> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final ResultJson<T> json;
    private final Predicate<String> keys;
    private final TopicFollower follower;
    private final List<Received<T>> received = new ArrayList<>();

    /** Of all its records. */
    TopicReader(String bootstrapServers, String topic, ResultJson<T> json) {
        this(bootstrapServers, topic, json, key -> true);
    }

    /** Of the records with such keys. */
    TopicReader(String bootstrapServers, String topic, ResultJson<T> json, Predicate<String> keys) {
        this.json = json;
        this.keys = keys;
        this.follower = new TopicFollower(bootstrapServers, List.of(topic), true);
    }

    /**
     * Reads until there are as many results as expected, or nothing new has come for a while.
     *
     * @return everything that has been read so far
     */
    List<Received<T>> readUntil(int expected, Duration patience) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (received.size() < expected && System.nanoTime() < giveUpAt) {
            for (ConsumerRecord<byte[], byte[]> record : follower.poll(POLL)) {
                if (keys.test(new String(record.key(), StandardCharsets.UTF_8))) {
                    received.add(new Received<>(json.decode(record.value()), record.timestamp()));
                }
                giveUpAt = System.nanoTime() + patience.toNanos();
            }
        }
        return List.copyOf(received);
    }

    @Override
    public void close() {
        follower.close();
    }
}
