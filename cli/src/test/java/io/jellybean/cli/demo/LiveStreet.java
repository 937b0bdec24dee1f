package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jellybean.operators.step.Frame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Cameras that send at their pace until they are told to stop; records say when they were due. */
final class LiveStreet implements AutoCloseable {

    /** Between two frames of a camera. */
    private static final long PERIOD_MILLIS = 100;

    private static final int MOST_FRAMES_PER_CAMERA = 50_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Integer> sentByCamera = new ConcurrentHashMap<>();
    private final Thread cameras;
    private volatile boolean ending;

    private LiveStreet(String kafka, List<Frame> frames, DoubleUnaryOperator pace) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        cameras = new Thread(() -> send(frames, pace), "cameras");
    }

    /** Begins, with ten frames a second of each camera. */
    static LiveStreet play(String kafka) {
        return play(kafka, seconds -> 1);
    }

    /**
     * Begins.
     *
     * @param pace by how much faster than ten frames a second it goes so many seconds after the beginning
     */
    static LiveStreet play(String kafka, DoubleUnaryOperator pace) {
        return play(kafka, StreetFrames.backAndForth(MOST_FRAMES_PER_CAMERA, 0, PERIOD_MILLIS), pace);
    }

    /**
     * Begins with the frames that {@code jellybean profile} measures with.
     *
     * @param drawn the first so many
     * @param every which of them
     */
    static LiveStreet playWhatWasProfiled(String kafka, int drawn, int every, DoubleUnaryOperator pace) {
        return play(kafka, StreetFrames.ofTheProfile(MOST_FRAMES_PER_CAMERA, drawn, every, PERIOD_MILLIS), pace);
    }

    private static LiveStreet play(String kafka, List<Frame> frames, DoubleUnaryOperator pace) {
        LiveStreet street = new LiveStreet(kafka, frames, pace);
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

    /** How many frames were sent until now. */
    int sent() {
        return sent.get();
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

    private void send(List<Frame> frames, DoubleUnaryOperator pace) {
        long start = System.currentTimeMillis();
        long round = 0;
        double millis = 0;
        for (Frame frame : frames) {
            if (frame.name().capturedAtMillis() != round) { // all cameras at once
                round = frame.name().capturedAtMillis();
                millis += PERIOD_MILLIS / pace.applyAsDouble(millis / 1_000);
            }
            long due = start + Math.round(millis);
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
