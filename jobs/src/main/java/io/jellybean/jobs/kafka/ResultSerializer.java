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

    ResultSerializer(String topic, KafkaTopics.ResultEncoder<T> json, KafkaTopics.KeyOf<T> key) {
        this.topic = topic;
        this.json = json;
        this.key = key;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T result, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(topic, key.apply(result).getBytes(StandardCharsets.UTF_8), json.apply(result));
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic)), new Properties()));
    }
}
