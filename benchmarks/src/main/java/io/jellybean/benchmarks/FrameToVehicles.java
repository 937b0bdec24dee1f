package io.jellybean.benchmarks;

import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.operators.inference.ImageInference;
import io.jellybean.operators.inference.InferenceOutput;
import io.jellybean.operators.onnx.ModelFolder;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.vision.CropEncoder;
import io.jellybean.operators.vision.DetectedFrame;
import io.jellybean.operators.vision.Detection;
import io.jellybean.operators.vision.DetectionSettings;
import io.jellybean.operators.vision.JpegDecoder;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.Letterbox;
import io.jellybean.operators.vision.LetterboxPlacement;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.RgbImage;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.YoloV8Decoder;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a camera's JPEG to its vehicles, whole and in its steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameToVehicles {

    /** Of a frame with several vehicles in sight. */
    private static final int FRAME = 60;

    /** The network. */
    @Param({"vehicle-detector-s", "vehicle-detector-l"})
    public String variant = "";

    private final JpegDecoder jpegDecoder = new JpegDecoder(JpegLimits.defaults());
    private final CropEncoder cropEncoder = new CropEncoder();
    private @Nullable Prepared prepared;

    /** Everything that the steps begin with. */
    @SuppressWarnings("ArrayRecordComponent") // It is handed on, and never compared.
    private record Prepared(
            byte[] jpeg,
            VehicleDetector detector,
            ImageInference inference,
            Letterbox letterbox,
            YoloV8Decoder outputDecoder,
            RgbImage coarse,
            RgbImage whole,
            InferenceOutput output,
            Detection vehicle) {}

    @Setup
    public void prepare() throws RejectedFrameException {
        byte[] jpeg = Street.generate(StreetSettings.defaults().withSeed(5_001))
                .cameras()
                .get(0)
                .frame(FRAME)
                .jpeg();
        OnnxNetworks networks = new OnnxNetworks(new ModelFolder(Path.of("../models")), ExecutionProvider.CPU);
        VehicleDetector detector =
                new VehicleDetector(networks.openImage(variant), DetectionSettings.defaults(), JpegLimits.defaults());
        DetectorModel model = detector.manifest();
        ImageInference inference = networks.openImage(variant);
        Letterbox letterbox = new Letterbox(model.input());
        RgbImage coarse =
                jpegDecoder.decode(jpeg, model.input().width(), model.input().height());
        letterbox.draw(coarse);
        prepared = new Prepared(
                jpeg,
                detector,
                inference,
                letterbox,
                new YoloV8Decoder(model.labels().size(), DetectionSettings.defaults()),
                coarse,
                jpegDecoder.decode(jpeg, Integer.MAX_VALUE, Integer.MAX_VALUE),
                inference.run(letterbox.tensor(), 1),
                detector.detect(jpeg).detections().get(0));
    }

    @TearDown
    public void close() {
        prepared().detector().close();
        prepared().inference().close();
        jpegDecoder.close();
        cropEncoder.close();
    }

    private Prepared prepared() {
        return Objects.requireNonNull(prepared);
    }

    @Benchmark
    public DetectedFrame all() throws RejectedFrameException {
        return prepared().detector().detect(prepared().jpeg());
    }

    @Benchmark
    public RgbImage decodeForTheNetwork() throws RejectedFrameException {
        var input = prepared().detector().manifest().input();
        return jpegDecoder.decode(prepared().jpeg(), input.width(), input.height());
    }

    @Benchmark
    public RgbImage decodeEveryPixel() throws RejectedFrameException {
        return jpegDecoder.decode(prepared().jpeg(), Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Benchmark
    public LetterboxPlacement letterbox() {
        return prepared().letterbox().draw(prepared().coarse());
    }

    @Benchmark
    public InferenceOutput infer() {
        return prepared().inference().run(prepared().letterbox().tensor(), 1);
    }

    @Benchmark
    public List<Detection> suppressOverlaps() {
        InferenceOutput output = prepared().output();
        return prepared().outputDecoder().decode(output.values(), 0, output.columns());
    }

    @Benchmark
    public byte[] cutOutAVehicle() {
        return cropEncoder.encode(prepared().whole(), prepared().vehicle().box());
    }
}
