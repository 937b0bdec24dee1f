package io.jellybean.jobs.stage;

import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.step.CroppedFrame;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Detects vehicles, one record out for every frame in; a frame that shows to be unusable goes on without vehicles. */
public final class DetectFunction extends ProcessFunction<NumberedFrame, VehicleFrame> {

    private final String operator;
    private final PlannedModel model;
    private final boolean crops;
    private transient @Nullable VehicleDetector detector;
    private transient @Nullable Rejecter rejecter;

    /**
     * @param operator named in the records of refused frames
     * @param crops whether the vehicles are cut out for an embedder
     */
    public DetectFunction(String operator, PlannedModel model, boolean crops) {
        this.operator = operator;
        this.model = model;
        this.crops = crops;
    }

    @Override
    public void open(OpenContext context) {
        Networks networks = model.networks();
        detector = crops
                ? ServedOperators.croppingDetector(networks, model.variant())
                : ServedOperators.detector(networks, model.variant());
        rejecter = new Rejecter(operator, getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(NumberedFrame frame, Context context, Collector<VehicleFrame> out) {
        if (frame.isRejected()) {
            out.collect(VehicleFrame.rejected(frame));
            return;
        }
        try {
            FrameName name = new FrameName(frame.camera(), frame.number(), frame.capturedAtMillis());
            CroppedFrame seen = VehicleSteps.detect(Objects.requireNonNull(detector), new Frame(name, frame.jpeg()));
            out.collect(new VehicleFrame(seen.detected(), seen.crops(), List.of()));
        } catch (RejectedFrameException unusable) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).rejected(frame, unusable));
            out.collect(VehicleFrame.rejected(frame));
        }
    }

    @Override
    public void close() {
        if (detector != null) {
            detector.close();
        }
    }
}
