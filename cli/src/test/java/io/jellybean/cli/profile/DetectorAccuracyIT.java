package io.jellybean.cli.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.scoring.AveragePrecision;
import io.jellybean.operators.scoring.DetectionFrame;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the detectors again, with the job's own code, on the streets that their training never saw. */
final class DetectorAccuracyIT {

    /** The manifests name these: streets 3001-3060, of each camera the frames 0, 61, 122, 183 and 244. */
    private static final long[] STREETS = LongStream.rangeClosed(3001, 3060).toArray();

    private static final int FRAMES_PER_CAMERA = 5;
    private static final int EVERY = 61;

    /** Python's and Java's JPEG decoders differ a little. */
    private static final double TOLERANCE = 0.01;

    private static final Map<String, Double> AP50 = new ConcurrentHashMap<>();

    @BeforeAll
    static void measureAllOnTheSameFrames() {
        List<CameraFrame> frames = LongStream.of(STREETS)
                .parallel()
                .mapToObj(DetectorAccuracyIT::framesOf)
                .flatMap(List::stream)
                .toList();
        variants().parallel().forEach(variant -> AP50.put(variant, measure(variant, frames)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void isWhatTheManifestSays(String variant) {
        double promised = PackagedModels.manifest(variant).accuracy().value();

        assertThat(ap50(variant)).isCloseTo(promised, within(TOLERANCE));
    }

    @Test
    void theLargestFindsVehiclesOnStreetsItNeverSaw() {
        assertThat(ap50("vehicle-detector-l")).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void aLargerNetworkSeesMore() {
        assertThat(ap50("vehicle-detector-m")).isGreaterThan(ap50("vehicle-detector-s"));
        assertThat(ap50("vehicle-detector-l"))
                .isGreaterThan(ap50("vehicle-detector-m"))
                .isGreaterThanOrEqualTo(ap50("vehicle-detector-s") + 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vehicle-detector-m", "vehicle-detector-l"})
    void eightBitsCostLessThanTwoPoints(String variant) {
        assertThat(ap50(variant + "-int8")).isGreaterThan(ap50(variant) - 0.02);
    }

    static Stream<String> variants() {
        return Stream.of("s", "m", "m-int8", "l", "l-int8", "pruned").map("vehicle-detector-"::concat);
    }

    private static double ap50(String variant) {
        return requireNonNull(AP50.get(variant));
    }

    private static double measure(String variant, List<CameraFrame> frames) {
        List<DetectionFrame> scored = new ArrayList<>();
        try (VehicleDetector detector =
                ServedOperators.detector(new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU), variant)) {
            for (CameraFrame frame : frames) {
                List<Box> truth = frame.truth().stream()
                        .map(box -> new Box(box.left(), box.top(), box.width(), box.height()))
                        .toList();
                scored.add(
                        new DetectionFrame(truth, detector.detect(frame.jpeg()).detections()));
            }
        } catch (RejectedFrameException e) {
            throw new IllegalStateException("the street draws no bad frames", e);
        }
        return AveragePrecision.at50(scored);
    }

    private static List<CameraFrame> framesOf(long seed) {
        StreetSettings settings = StreetSettings.defaults().withSeed(seed);
        Street street = Street.generate(settings);
        return IntStream.range(0, settings.cameras() * FRAMES_PER_CAMERA)
                .mapToObj(i -> street.camera(i / FRAMES_PER_CAMERA).frame((long) i % FRAMES_PER_CAMERA * EVERY))
                .toList();
    }
}
