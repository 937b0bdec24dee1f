package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jellybean.operators.step.Frame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Cameras that send at their pace until they are told to stop. */
final class LiveStreet implements AutoCloseable {

    /** Between two frames of a camera. */
    private static final long PERIOD_MILLIS = 100;

    private static final int MOST_FRAMES_PER_CAMERA = 4_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Integer> sentByCamera = new ConcurrentHashMap<>();
    private final Thread cameras;
    private volatile boolean ending;

    private LiveStreet(String kafka, List<Frame> frames) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        cameras = new Thread(() -> send(frames), "cameras");
    }

    /** Begins. */
    static LiveStreet play(String kafka) {
        List<Frame> frames = StreetFrames.backAndForth(MOST_FRAMES_PER_CAMERA, 0, PERIOD_MILLIS);
        LiveStreet street = new LiveStreet(kafka, frames);
        street.cameras.start();
        return street;
    }

    /** Waits until so many more frames were sent. */
    void awaitSent(int more) throws InterruptedException {
        int until = sent.get() + more;
        while (sent.get() < until && cameras.isAlive()) {
            Thread.sleep(20);
        }
    }

    /** Stops; how many frames each camera sent. */
    Map<String, Integer> end() throws InterruptedException {
        ending = true;
        cameras.join();
        producer.flush();
        return new TreeMap<>(sentByCamera);
    }

    @Override
    public void close() {
        ending = true;
        try {
            cameras.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }

    private void send(List<Frame> frames) {
        long start = System.currentTimeMillis();
        for (Frame frame : frames) {
            long due = start + frame.name().capturedAtMillis();
            while (System.currentTimeMillis() < due && !ending) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            if (ending) {
                return;
            }
            String camera = frame.name().camera();
            Future<?> unused =
                    producer.send(new ProducerRecord<>("frames", null, due, camera.getBytes(UTF_8), frame.jpeg()));
            sentByCamera.merge(camera, 1, Integer::sum);
            sent.incrementAndGet();
        }
    }
}
