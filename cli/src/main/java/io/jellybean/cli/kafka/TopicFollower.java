package io.jellybean.cli.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics as they grow, without a consumer group, so that nothing is left at the broker. A topic that is not there yet is read
 * from its beginning once it is. Of records that are written in transactions, those that are committed. Not thread-safe.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final String bootstrapServers;
    private final List<String> topics;
    private final Consumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> followed = new HashSet<>();
    private long lookAgainNanos;

    /**
     * Follows the topics from now on, or all they keep and then on.
     *
     * @throws io.jellybean.cli.CommandFailedException if no broker answers
     */
    public TopicFollower(String bootstrapServers, List<String> topics, boolean fromBeginning) {
        this.bootstrapServers = bootstrapServers;
        this.topics = List.copyOf(topics);
        this.consumer = consumer();
        try {
            lookForPartitions();
            if (!fromBeginning) {
                consumer.seekToEnd(followed);
                followed.forEach(consumer::position); // now, not at the first poll
            }
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    /** What has come since the last time; waits for something to come. */
    public ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        if (System.nanoTime() > lookAgainNanos) {
            lookForPartitions();
        }
        try {
            return consumer.poll(patience);
        } catch (KafkaException failed) {
            throw UnusableBroker.silent(bootstrapServers, failed);
        }
    }

    /** Takes nothing more from the topics of which this is true, and takes again from all others. */
    public void pause(Predicate<String> topic) {
        consumer.pause(
                followed.stream().filter(each -> topic.test(each.topic())).toList());
        consumer.resume(
                followed.stream().filter(each -> !topic.test(each.topic())).toList());
    }

    /** The topics that are there. */
    public List<String> found() {
        return followed.stream().map(TopicPartition::topic).distinct().sorted().toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void lookForPartitions() {
        try {
            Map<String, List<PartitionInfo>> partitionsByTopic = consumer.listTopics(ANSWER_WITHIN);
            List<TopicPartition> added = topics.stream()
                    .flatMap(topic -> partitions(partitionsByTopic.getOrDefault(topic, List.of())))
                    .filter(followed::add)
                    .toList();
            if (!added.isEmpty()) {
                consumer.assign(followed);
                consumer.seekToBeginning(added);
            }
            lookAgainNanos = System.nanoTime() + LOOK_AGAIN_AFTER.toNanos();
        } catch (KafkaException failed) {
            throw UnusableBroker.silent(bootstrapServers, failed);
        }
    }

    private static Stream<TopicPartition> partitions(List<PartitionInfo> infos) {
        return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition()));
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = ClientSettings.of(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "jellybean-read",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false));
        try {
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException unusable) {
            throw UnusableBroker.address(bootstrapServers, unusable);
        }
    }
}
