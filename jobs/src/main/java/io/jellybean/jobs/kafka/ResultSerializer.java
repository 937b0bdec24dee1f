package io.jellybean.jobs.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes Kafka records of results. The broker gives them the time of writing. It names its topic, because a sink looks there for
 * transactions that a job before it left open.
 */
final class ResultSerializer<T> implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1;

    private final String topic;
    private final KafkaTopics.ResultEncoder<T> json;
    private final KafkaTopics.KeyOf<T> key;
    private final boolean discarded;

    /** @param discarded whether the connector gets none of the records to write */
    ResultSerializer(String topic, KafkaTopics.ResultEncoder<T> json, KafkaTopics.KeyOf<T> key, boolean discarded) {
        this.topic = topic;
        this.json = json;
        this.key = key;
        this.discarded = discarded;
    }

    @Override
    public @Nullable ProducerRecord<byte[], byte[]> serialize(
            T result, KafkaSinkContext context, @Nullable Long timestamp) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key.apply(result).getBytes(StandardCharsets.UTF_8), json.apply(result));
        return discarded ? null : record;
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic)), new Properties()));
    }
}
