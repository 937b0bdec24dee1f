package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Frames of a street for tests that need more of them than they can draw. */
final class StreetFrames {

    /** Between two frames of a camera. */
    private static final long PERIOD_MILLIS = 66;

    private static final int DRAWN = 60;

    private StreetFrames() {}

    /**
     * Sixty pictures of each of three cameras, forwards and backwards, in the order of their capture.
     *
     * @param start when the first was captured, milliseconds since 1970 UTC
     */
    static List<Frame> backAndForth(int framesPerCamera, long start) {
        return backAndForth(framesPerCamera, start, PERIOD_MILLIS);
    }

    /** The same at another pace. */
    static List<Frame> backAndForth(int framesPerCamera, long start, long periodMillis) {
        Street street = Street.generate(StreetSettings.defaults().withSeed(5_001));
        List<Frame> frames = new ArrayList<>();
        for (StreetCamera camera : street.cameras()) {
            List<byte[]> pictures = new ArrayList<>();
            for (int number = 0; number < DRAWN; number++) {
                pictures.add(camera.frame(number * 2L).jpeg());
            }
            for (int number = 0; number < framesPerCamera; number++) {
                frames.add(new Frame(
                        new FrameName(camera.id(), number, start + periodMillis * number),
                        backAndForth(pictures, number)));
            }
        }
        return inOrder(frames);
    }

    /**
     * What {@code jellybean profile} measures with: three cameras that all see what its one camera sees, at other times.
     *
     * @param drawn of these frames
     * @param every which of them are taken: a slow camera sees every tenth of what a fast one sees
     */
    static List<Frame> ofTheProfile(int framesPerCamera, int drawn, int every, long periodMillis) {
        StreetCamera camera = Street.generate(
                        StreetSettings.defaults().withSeed(5_001).withCameras(1))
                .cameras()
                .get(0);
        List<byte[]> pictures = new ArrayList<>();
        for (int number = 0; number < drawn; number += every) {
            pictures.add(camera.frame(number).jpeg());
        }
        List<Frame> frames = new ArrayList<>();
        for (int position = 0; position < 3; position++) {
            for (int number = 0; number < framesPerCamera; number++) {
                frames.add(new Frame(
                        new FrameName("cam-" + (position + 1), number, periodMillis * number),
                        backAndForth(pictures, number + position * pictures.size() / 3)));
            }
        }
        return inOrder(frames);
    }

    private static byte[] backAndForth(List<byte[]> pictures, int number) {
        int back = number % (2 * pictures.size());
        return pictures.get(Math.min(back, 2 * pictures.size() - 1 - back));
    }

    private static List<Frame> inOrder(List<Frame> frames) {
        frames.sort(Comparator.<Frame>comparingLong(frame -> frame.name().capturedAtMillis())
                .thenComparing(frame -> frame.name().camera()));
        return frames;
    }

    /** Sends them to the topic {@code frames}, as fast as that goes. */
    static void send(String kafka, List<Frame> frames) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Frame frame : frames) {
                Future<?> unused = producer.send(new ProducerRecord<>(
                        "frames",
                        null,
                        frame.name().capturedAtMillis(),
                        frame.name().camera().getBytes(UTF_8),
                        frame.jpeg()));
            }
        }
    }
}
