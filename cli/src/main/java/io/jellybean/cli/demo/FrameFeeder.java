package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the cameras: sends each frame to Kafka when it is due, with that moment as its time of capture. */
final class FrameFeeder {

    private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofSeconds(20);

    private final String bootstrapServers;
    private final String topic;

    FrameFeeder(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /**
     * Sends all frames and returns when the broker has acknowledged every one.
     *
     * @param frames in the order in which they are due
     * @param sentSoFar told after each frame
     * @return when each frame was captured, milliseconds since 1970 UTC, in the order of the frames; no two frames of a
     *     camera at the same time
     * @throws CommandFailedException if the broker did not take a frame
     */
    long[] feed(List<TimedFrame> frames, IntConsumer sentSoFar) {
        long[] capturedAtMillis = new long[frames.size()];
        Map<String, Long> lastByCamera = new HashMap<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>(frames.size());
        Producer<byte[], byte[]> producer = producer();
        try {
            long startNanos = System.nanoTime();
            for (int i = 0; i < capturedAtMillis.length; i++) {
                TimedFrame frame = frames.get(i);
                waitUntil(startNanos + frame.dueMicros() * 1_000);
                long now = System.currentTimeMillis();
                capturedAtMillis[i] = lastByCamera.merge(frame.camera(), now, (last, at) -> Math.max(last + 1, at));
                sent.add(producer.send(record(frame, capturedAtMillis[i])));
                sentSoFar.accept(i + 1);
            }
            sent.forEach(this::requireTaken);
            return capturedAtMillis;
        } finally {
            producer.close(Duration.ZERO); // by now everything is acknowledged, or the feed has failed
        }
    }

    private void requireTaken(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "the broker did not take a frame on topic %s: %s".formatted(topic, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted while the broker took the frames", e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(TimedFrame frame, long capturedAtMillis) {
        return new ProducerRecord<>(
                topic, null, capturedAtMillis, frame.camera().getBytes(StandardCharsets.UTF_8), frame.bytes());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "jellybean-cameras",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                4_000_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) ACKNOWLEDGE_WITHIN.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ACKNOWLEDGE_WITHIN.toMillis() / 2,
                ProducerConfig.LINGER_MS_CONFIG,
                0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void waitUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = nanoTime - System.nanoTime();
        }
    }
}
