package io.jellybean.jobs.kafka;

import io.jellybean.domain.workflow.Delivery;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.IncomingQuestion;
import io.jellybean.jobs.security.SecurityFolder;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The topics of one broker as sources and sinks of a job.
 *
 * @param bootstrapServers such as {@code 127.0.0.1:9092}
 * @param consumerGroup where the positions of the sources are kept for people to see; a job resumes from its own state
 * @param rehearsed whether sources end after a few of the newest records, and nothing is written
 */
public record KafkaTopics(String bootstrapServers, String consumerGroup, boolean rehearsed) {

    /** So many records of each partition are enough to load what serves them. */
    private static final int REHEARSED = 4;

    /** A result waits at most this long for others to be sent with it: each request takes more of a core than a result. */
    private static final Duration LINGER = Duration.ofMillis(20);

    /** New partitions, such as those of a topic that was widened for more cameras, are found this often. */
    private static final Duration PARTITION_DISCOVERY = Duration.ofSeconds(30);

    /** As long as a broker allows by default; a job that is down for longer loses what it had not committed. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    /** Topics that are read to their end as it comes, and written. */
    public KafkaTopics(String bootstrapServers, String consumerGroup) {
        this(bootstrapServers, consumerGroup, false);
    }

    /** The same for a rehearsal; its transactions, all empty, have names of their own. */
    public KafkaTopics rehearsing() {
        return new KafkaTopics(bootstrapServers, consumerGroup + "-rehearsal", true);
    }

    /** All frames that the topic keeps, the oldest first; a job that is restored goes on where its state stood. */
    public KafkaSource<IncomingFrame> frames(String topic) {
        return source(topic, new FrameDeserializer());
    }

    /** The same for questions. */
    public KafkaSource<IncomingQuestion> questions(String topic) {
        return source(topic, new QuestionDeserializer());
    }

    private <T> KafkaSource<T> source(String topic, KafkaRecordDeserializationSchema<T> records) {
        KafkaSourceBuilder<T> source = KafkaSource.<T>builder()
                .setBootstrapServers(bootstrapServers)
                .setProperties(security())
                .setGroupId(consumerGroup)
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(records)
                .setProperty("partition.discovery.interval.ms", String.valueOf(PARTITION_DISCOVERY.toMillis()))
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        if (rehearsed) {
            source.setStartingOffsets(new LastRecords(REHEARSED)).setBounded(OffsetsInitializer.latest());
        }
        return source.build();
    }

    /**
     * Writes results as JSON, each under its key and with the time of writing as its timestamp. Transactions have names of their
     * workflow and topic, never of a plan: so that a job of the next plan ends those that its forerunner left open.
     */
    public <T> Sink<T> results(String topic, Delivery delivery, ResultEncoder<T> json, KeyOf<T> key) {
        KafkaSinkBuilder<T> sink = KafkaSink.<T>builder()
                .setBootstrapServers(bootstrapServers)
                .setKafkaProducerConfig(security())
                .setRecordSerializer(new ResultSerializer<>(topic, json, key, rehearsed))
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, String.valueOf(LINGER.toMillis()))
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return switch (delivery) {
            case AT_LEAST_ONCE ->
                sink.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
            case EXACTLY_ONCE ->
                new TransactionalSink<>(sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix("%s-%s".formatted(consumerGroup, topic))
                        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                        .setProperty(
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                String.valueOf(LONGEST_TRANSACTION.toMillis()))
                        .build());
        };
    }

    private static Properties security() {
        Properties settings = new Properties();
        settings.putAll(SecurityFolder.ofThisProcess().kafkaClients());
        return settings;
    }

    /** How a result becomes JSON; travels to the TaskManagers. */
    public interface ResultEncoder<T> extends Function<T, byte[]>, java.io.Serializable {}

    /** The key of a result: its camera, or its request; travels to the TaskManagers. */
    public interface KeyOf<T> extends Function<T, String>, java.io.Serializable {}
}
