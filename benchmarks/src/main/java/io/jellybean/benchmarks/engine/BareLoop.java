package io.jellybean.benchmarks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.QuestionLoop;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.VehicleLoop;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.VehicleDetector;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A process that has requests of the topics in its memory and takes them, in the order of their capture and over and over, through the
 * operators in one thread. Arguments: broker, number of requests, topic of the frames, topic of the questions or {@code -}, variants.
 * A round for each line that it reads: how many requests to warm up, how many to measure. It answers with requests per second, CPU
 * milliseconds of a request, and milliseconds that half of them and nearly all of them took.
 */
final class BareLoop {

    private static final byte[] NOTHING = {};
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Request> requests;
    private final Map<String, String> variants;

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Request(Frame frame, byte[] wav) {}

    /** What is done with a request. */
    private interface Step {
        void take(Request request) throws Exception;
    }

    private BareLoop(List<Request> requests, Map<String, String> variants) {
        this.requests = requests;
        this.variants = variants;
    }

    public static void main(String[] args) throws Exception {
        List<Request> requests = requests(args[0], Integer.parseInt(args[1]), args[2], args[3]);
        BareLoop loop = new BareLoop(requests, Served.variantsOf(args[4]));
        BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = rounds.readLine(); line != null; line = rounds.readLine()) {
            String[] counts = line.split(" ", 2);
            loop.round(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
        }
    }

    private void round(int warmUp, int measured) throws Exception {
        Networks networks = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);
        if (variants.containsKey("recognise")) {
            List<String> words = ((AnswerModel) PackagedModels.manifest(variant("answer")))
                    .words()
                    .known();
            QuestionLoop.Variants three =
                    new QuestionLoop.Variants(variant("recognise"), variant("extract"), variant("answer"));
            try (QuestionLoop loop = new QuestionLoop(networks, three, words)) {
                round(request -> loop.answer(request.frame().jpeg(), request.wav()), warmUp, measured);
            }
        } else if (variants.containsKey("embed")) {
            try (VehicleLoop loop = new VehicleLoop(networks, variant("detect"), variant("embed"))) {
                round(request -> loop.next(request.frame()), warmUp, measured);
            }
        } else {
            try (VehicleDetector detector = ServedOperators.detector(networks, variant("detect"))) {
                round(request -> VehicleSteps.detect(detector, request.frame()), warmUp, measured);
            }
        }
    }

    private String variant(String operator) {
        return Objects.requireNonNull(variants.get(operator));
    }

    private void round(Step step, int warmUp, int measured) throws Exception {
        for (int number = 0; number < warmUp; number++) {
            step.take(request(number));
        }
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double[] millis = new double[measured];
        long cpuBefore = process.getProcessCpuTime();
        long before = System.nanoTime();
        long last = before;
        for (int number = 0; number < measured; number++) {
            step.take(request(warmUp + number));
            long now = System.nanoTime();
            millis[number] = (now - last) / NANOS_PER_MILLI;
            last = now;
        }
        double cpuSeconds = (process.getProcessCpuTime() - cpuBefore) / NANOS;
        Throughput served = Throughput.between(measured, (last - before) / NANOS, cpuSeconds);
        Latencies taken = Latencies.of(millis);
        System.out.printf(
                Locale.ROOT,
                "%f %f %f %f%n",
                served.perSecond(),
                served.cpuMillis(),
                taken.p50Millis(),
                taken.p99Millis());
    }

    /** After the last comes the first again, later. */
    private Request request(int number) {
        Request request = requests.get(number % requests.size());
        int lap = number / requests.size();
        if (lap == 0) {
            return request;
        }
        FrameName name = request.frame().name();
        long lapMillis = 1 + capturedAt(requests.size() - 1) - capturedAt(0);
        FrameName later =
                new FrameName(name.camera(), name.number() + number, name.capturedAtMillis() + lap * lapMillis);
        return new Request(new Frame(later, request.frame().jpeg()), request.wav());
    }

    private long capturedAt(int number) {
        return requests.get(number).frame().name().capturedAtMillis();
    }

    private static List<Request> requests(String kafka, int count, String frames, String questions) {
        Map<String, byte[]> wavByRequest = new HashMap<>();
        if (!questions.equals("-")) {
            read(kafka, questions, count)
                    .forEach(record -> wavByRequest.put(new String(record.key(), UTF_8), record.value()));
        }
        List<Request> requests = new ArrayList<>();
        Map<String, Long> numberByCamera = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(kafka, frames, count)) {
            String camera = new String(record.key(), UTF_8);
            long number = numberByCamera.merge(camera, 0L, (last, zero) -> last + 1);
            Header asked = record.headers().lastHeader("request");
            byte[] wav = asked == null
                    ? NOTHING
                    : Objects.requireNonNull(wavByRequest.get(new String(asked.value(), UTF_8)));
            requests.add(
                    new Request(new Frame(new FrameName(camera, number, record.timestamp()), record.value()), wav));
        }
        return requests;
    }

    /** In the order of their timestamps. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String kafka, String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicFollower follower = new TopicFollower(kafka, List.of(topic), true)) {
            while (records.size() < count) {
                follower.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return records.subList(0, count);
    }
}
