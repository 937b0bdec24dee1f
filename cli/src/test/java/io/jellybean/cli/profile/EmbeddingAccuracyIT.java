package io.jellybean.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.scoring.EmbeddedVehicle;
import io.jellybean.operators.scoring.SearchPrecision;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.CropEncoder;
import io.jellybean.operators.vision.JpegDecoder;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.RgbImage;
import io.jellybean.operators.vision.VehicleEmbedder;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import io.jellybean.simulator.VehicleBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the embeddings again, with the job's own code, on the first of the streets that the manifests name. */
final class EmbeddingAccuracyIT {

    /** All 60 would take minutes; the frames of each are those of training: 24 of each camera, every 23rd. */
    private static final long[] STREETS = LongStream.rangeClosed(3001, 3010).toArray();

    private static final int FRAMES_PER_CAMERA = 24;
    private static final int EVERY = 23;

    /** As in the manifests: a vehicle of which less is visible is neither searched for nor among. */
    private static final double LEAST_VISIBLE = 0.5;

    private static final Networks NETWORKS = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);

    /** Ten streets stray from sixty by that much. */
    private static final double TOLERANCE = 0.05;

    private static List<List<CameraFrame>> framesByStreet = List.of();

    @BeforeAll
    static void drawTheStreets() {
        framesByStreet = LongStream.of(STREETS)
                .parallel()
                .mapToObj(EmbeddingAccuracyIT::framesOf)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vehicle-embedding-s", "vehicle-embedding-m", "vehicle-embedding-l", "vehicle-embedding-l-int8"})
    void isWhatTheManifestSays(String variant) throws RejectedFrameException {
        double promised = PackagedModels.manifest(variant).accuracy().value();

        assertThat(meanAveragePrecision(variant)).isCloseTo(promised, within(TOLERANCE));
    }

    @Test
    void theLargestIsClearlyBetterThanTheSmallest() throws RejectedFrameException {
        assertThat(meanAveragePrecision("vehicle-embedding-l") - meanAveragePrecision("vehicle-embedding-s"))
                .isGreaterThan(0.05);
    }

    private static double meanAveragePrecision(String variant) throws RejectedFrameException {
        List<List<EmbeddedVehicle>> streets = new ArrayList<>();
        try (VehicleEmbedder embedder = ServedOperators.embedder(NETWORKS, variant)) {
            for (List<CameraFrame> frames : framesByStreet) {
                List<EmbeddedVehicle> street = new ArrayList<>();
                for (CameraFrame frame : frames) {
                    embed(embedder, frame, street);
                }
                streets.add(street);
            }
        }
        return SearchPrecision.meanAverage(streets);
    }

    private static void embed(VehicleEmbedder embedder, CameraFrame frame, List<EmbeddedVehicle> street)
            throws RejectedFrameException {
        List<VehicleBox> vehicles = frame.truth().stream()
                .filter(vehicle -> vehicle.visibleFraction() >= LEAST_VISIBLE)
                .toList();
        List<float[]> embeddings = embedder.embed(crops(frame, vehicles));
        for (int i = 0; i < vehicles.size(); i++) {
            street.add(new EmbeddedVehicle(frame.cameraId(), vehicles.get(i).vehicleId(), embeddings.get(i)));
        }
    }

    private static List<byte[]> crops(CameraFrame frame, List<VehicleBox> vehicles) throws RejectedFrameException {
        try (JpegDecoder decoder = new JpegDecoder(JpegLimits.defaults());
                CropEncoder encoder = new CropEncoder()) {
            RgbImage picture = decoder.decode(frame.jpeg(), Integer.MAX_VALUE, Integer.MAX_VALUE);
            return vehicles.stream()
                    .map(box -> encoder.encode(picture, new Box(box.left(), box.top(), box.width(), box.height())))
                    .toList();
        }
    }

    private static List<CameraFrame> framesOf(long seed) {
        StreetSettings settings = StreetSettings.defaults().withSeed(seed);
        Street street = Street.generate(settings);
        return IntStream.range(0, settings.cameras() * FRAMES_PER_CAMERA)
                .mapToObj(i -> street.camera(i / FRAMES_PER_CAMERA).frame((long) i % FRAMES_PER_CAMERA * EVERY))
                .toList();
    }
}
