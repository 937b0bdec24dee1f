package io.jellybean.cli.demo;

import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.io.ResultJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads one result topic from its beginning.
 *
 * @param <T> the type of its records
 */
final class TopicReader<T> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final ResultJson<T> json;
    private final TopicFollower follower;
    private final List<Received<T>> received = new ArrayList<>();

    TopicReader(String bootstrapServers, String topic, ResultJson<T> json) {
        this.json = json;
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
                received.add(new Received<>(json.decode(record.value()), record.timestamp()));
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
