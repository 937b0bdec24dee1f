package io.jellybean.cli.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records topics have ever been given, by the ends of their partitions. Thread-safe. */
public final class TopicEnds implements AutoCloseable {

    private static final int ANSWER_WITHIN_MILLIS = 10_000;

    private final String bootstrapServers;
    private final Admin admin;

    /**
     * @throws io.jellybean.cli.CommandFailedException if the address is none
     */
    public TopicEnds(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        try {
            this.admin = Admin.create(ClientSettings.of(
                    bootstrapServers,
                    Map.of(
                            "request.timeout.ms",
                            ANSWER_WITHIN_MILLIS / 2,
                            "default.api.timeout.ms",
                            ANSWER_WITHIN_MILLIS)));
        } catch (KafkaException unusable) {
            throw UnusableBroker.address(bootstrapServers, unusable);
        }
    }

    /**
     * The sum over all partitions of a topic.
     *
     * @throws io.jellybean.cli.CommandFailedException if the broker does not answer
     */
    public long records(String topic) throws InterruptedException {
        TopicDescription description = Objects.requireNonNull(
                answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        description
                .partitions()
                .forEach(partition -> ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        return answer(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(ANSWER_WITHIN_MILLIS));
    }

    private <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw UnusableBroker.silent(bootstrapServers, failed.getCause() == null ? failed : failed.getCause());
        }
    }
}
