package io.jellybean.benchmarks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.VehicleLoop;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A process that has all frames of the topic in its memory and takes them, in the order of their capture, through the operators in one
 * thread. Arguments: broker, number of frames, how many of them are for warming up, detector, embedder. Prints frames per second and CPU
 * milliseconds per frame of the others.
 */
final class BareLoop {

    private static final double NANOS = 1e9;

    private BareLoop() {}

    public static void main(String[] args) throws RejectedFrameException {
        List<Frame> frames = frames(args[0], Integer.parseInt(args[1]));
        int warmUp = Integer.parseInt(args[2]);
        try (Loop loop = loop(Variants.of(args[3], args[4]))) {
            for (Frame frame : frames.subList(0, warmUp)) {
                loop.next(frame);
            }
            OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long cpuBefore = process.getProcessCpuTime();
            long before = System.nanoTime();
            for (Frame frame : frames.subList(warmUp, frames.size())) {
                loop.next(frame);
            }
            double seconds = (System.nanoTime() - before) / NANOS;
            double cpuSeconds = (process.getProcessCpuTime() - cpuBefore) / NANOS;
            Throughput served = Throughput.between(frames.size() - warmUp, seconds, cpuSeconds);
            System.out.printf(Locale.ROOT, "%f %f%n", served.framesPerSecond(), served.cpuMillisPerFrame());
        }
    }

    private interface Loop extends AutoCloseable {
        void next(Frame frame) throws RejectedFrameException;

        @Override
        void close();
    }

    private static Loop loop(Variants variants) {
        OnnxNetworks networks = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);
        if (variants.embedder() != null) {
            VehicleLoop whole = new VehicleLoop(networks, variants.detector(), variants.embedder());
            return new Loop() {
                @Override
                public void next(Frame frame) throws RejectedFrameException {
                    whole.next(frame);
                }

                @Override
                public void close() {
                    whole.close();
                }
            };
        }
        VehicleDetector detector = ServedOperators.detector(networks, variants.detector());
        return new Loop() {
            @Override
            public void next(Frame frame) throws RejectedFrameException {
                VehicleSteps.detect(detector, frame);
            }

            @Override
            public void close() {
                detector.close();
            }
        };
    }

    private static List<Frame> frames(String kafka, int count) {
        List<Frame> frames = new ArrayList<>();
        Map<String, Long> numberByCamera = new HashMap<>();
        try (TopicFollower topic = new TopicFollower(kafka, List.of("frames"), true)) {
            while (frames.size() < count) {
                for (ConsumerRecord<byte[], byte[]> record : topic.poll(Duration.ofSeconds(1))) {
                    String camera = new String(record.key(), UTF_8);
                    long number = numberByCamera.merge(camera, 0L, (last, zero) -> last + 1);
                    frames.add(new Frame(new FrameName(camera, number, record.timestamp()), record.value()));
                }
            }
        }
        frames.sort(Comparator.comparingLong(frame -> frame.name().capturedAtMillis()));
        return frames;
    }
}
