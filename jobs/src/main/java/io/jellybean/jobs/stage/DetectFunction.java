package io.jellybean.jobs.stage;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Detects vehicles, one record out for every frame in; a frame that shows to be unusable goes on without vehicles. */
public final class DetectFunction extends ProcessFunction<NumberedFrame, DetectedFrame> {

    private final String operator;
    private final String variant;
    private final String sha256;
    private final ExecutionProvider provider;
    private transient @Nullable VehicleDetector detector;
    private transient @Nullable Rejecter rejecter;

    /**
     * @param operator named in the records of refused frames
     * @param variant the model to run
     * @param sha256 of its ONNX file
     * @param provider what does the arithmetic
     */
    public DetectFunction(String operator, String variant, String sha256, ExecutionProvider provider) {
        this.operator = operator;
        this.variant = variant;
        this.sha256 = sha256;
        this.provider = provider;
    }

    @Override
    public void open(OpenContext context) {
        detector = PackagedModels.openDetector(variant, sha256, provider);
        rejecter = new Rejecter(operator, getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(NumberedFrame frame, Context context, Collector<DetectedFrame> out) {
        if (frame.isRejected()) {
            out.collect(nothingIn(frame));
            return;
        }
        VehicleDetector vehicles = Objects.requireNonNull(detector);
        try {
            FrameName name = new FrameName(frame.camera(), frame.number(), frame.capturedAtMillis());
            out.collect(
                    VehicleSteps.detect(vehicles, new Frame(name, frame.jpeg())).detected());
        } catch (RejectedFrameException unusable) {
            context.output(
                    Rejections.TAG,
                    Objects.requireNonNull(rejecter)
                            .rejected(frame.camera(), frame.capturedAtMillis(), frame.jpeg().length, unusable));
            out.collect(nothingIn(frame));
        }
    }

    @Override
    public void close() {
        if (detector != null) {
            detector.close();
        }
    }

    private static DetectedFrame nothingIn(NumberedFrame frame) {
        return DetectedFrame.rejected(frame.camera(), frame.number(), frame.capturedAtMillis());
    }
}
