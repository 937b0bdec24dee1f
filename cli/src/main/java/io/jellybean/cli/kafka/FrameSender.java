package io.jellybean.cli.kafka;

import io.jellybean.cli.CommandFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames, each with the moment of sending as its time of capture, and questions about them. What is not yet acknowledged is
 * bounded by the producer's buffer: sending waits when it is full. Thread-safe.
 */
public final class FrameSender implements AutoCloseable {

    private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofSeconds(20);
    private static final int LARGEST_REQUEST_BYTES = 4_000_000;
    private static final String REQUEST_HEADER = "request";

    private final String bootstrapServers;
    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Long> lastMillisByCamera = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    /**
     * @param topic of the frames
     */
    public FrameSender(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        try {
            producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException unusable) {
            throw UnusableBroker.address(bootstrapServers, unusable);
        }
    }

    /**
     * Sends a frame about which nothing is asked.
     *
     * @return its time of capture, milliseconds since 1970 UTC; no two frames of a camera have the same
     * @throws CommandFailedException if the broker did not take this frame or one before it
     */
    public long send(String camera, byte[] jpeg) {
        return send(camera, jpeg, List.of());
    }

    /** Sends a frame that belongs to a request, else as {@link #send(String, byte[])}. */
    public long send(String camera, byte[] jpeg, String request) {
        return send(camera, jpeg, List.of(new RecordHeader(REQUEST_HEADER, utf8(request))));
    }

    private long send(String camera, byte[] jpeg, List<Header> headers) {
        long now = System.currentTimeMillis();
        long capturedAtMillis = lastMillisByCamera.merge(camera, now, (last, at) -> Math.max(last + 1, at));
        send(new ProducerRecord<>(topic, null, capturedAtMillis, utf8(camera), jpeg, headers));
        return capturedAtMillis;
    }

    /** Sends what is asked about the frame of a request: text in UTF-8, or a WAV file. */
    public void ask(String questionsTopic, String request, byte[] question, long askedAtMillis) {
        send(new ProducerRecord<>(questionsTopic, null, askedAtMillis, utf8(request), question));
    }

    /**
     * Waits until the broker has acknowledged everything, or has not for {@code delivery.timeout.ms}.
     *
     * @throws CommandFailedException if it did not take a record
     */
    public void flush() {
        producer.flush();
        requireTaken();
    }

    /** Drops what is not yet acknowledged: after {@link #flush} nothing is. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void send(ProducerRecord<byte[], byte[]> record) {
        requireTaken();
        producer.send(record, (taken, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
    }

    private void requireTaken() {
        Exception reason = refused.get();
        if (reason != null) {
            throw new CommandFailedException(
                    "the broker at %s did not take a record of topic %s: %s"
                            .formatted(bootstrapServers, topic, reason.getMessage()),
                    reason);
        }
    }

    private Map<String, Object> settings() {
        int millis = (int) ACKNOWLEDGE_WITHIN.toMillis();
        return ClientSettings.of(
                bootstrapServers,
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "jellybean-cameras",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_REQUEST_BYTES,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        millis,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        millis,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis / 2,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
