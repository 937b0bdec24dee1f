package io.jellybean.cli.demo;

import io.jellybean.domain.io.ResultJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one result topic from its beginning.
 *
 * @param <T> the type of its records
 */
final class TopicReader<T> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final ResultJson<T> json;
    private final Consumer<byte[], byte[]> consumer;
    private final List<Received<T>> received = new ArrayList<>();

    TopicReader(String bootstrapServers, String topic, ResultJson<T> json) {
        this.json = json;
        Properties settings = new Properties();
        settings.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "jellybean-read-" + topic,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false));
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads until there are as many results as expected, or nothing new has come for a while.
     *
     * @return everything that has been read so far
     */
    List<Received<T>> readUntil(int expected, Duration patience) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (received.size() < expected && System.nanoTime() < giveUpAt) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                received.add(new Received<>(json.decode(record.value()), record.timestamp()));
                giveUpAt = System.nanoTime() + patience.toNanos();
            }
        }
        return List.copyOf(received);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
