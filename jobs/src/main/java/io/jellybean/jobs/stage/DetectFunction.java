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
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Detects vehicles, one record out for every frame in. A frame that shows to be unusable goes on without vehicles, and so does one that
 * became too old on its way; those are counted in the metric {@code droppedFrames}.
 */
public final class DetectFunction extends ProcessFunction<NumberedFrame, VehicleFrame> {

    private final String operator;
    private final PlannedModel model;
    private final boolean crops;
    private transient @Nullable VehicleDetector detector;
    private transient @Nullable Rejecter rejecter;
    private transient @Nullable StageMetrics work;
    private transient @Nullable CameraCounter droppedFrames;

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
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        rejecter = new Rejecter(operator, metrics);
        work = StageMetrics.ofModel(metrics, model);
        droppedFrames = new CameraCounter(metrics, "droppedFrames");
    }

    @Override
    public void processElement(NumberedFrame frame, Context context, Collector<VehicleFrame> out) {
        long nowMillis = context.timerService().currentProcessingTime();
        if (frame.isRejected()) {
            out.collect(VehicleFrame.unseen(frame, nowMillis));
        } else if (nowMillis > frame.freshUntilMillis()) {
            Objects.requireNonNull(droppedFrames).count(frame.camera());
            out.collect(VehicleFrame.unseen(frame, nowMillis));
        } else {
            StageMetrics measured = Objects.requireNonNull(work);
            measured.begin(frame);
            VehicleFrame seen = detect(frame, context);
            measured.end();
            out.collect(seen);
        }
    }

    private VehicleFrame detect(NumberedFrame frame, Context context) {
        try {
            FrameName name = new FrameName(frame.camera(), frame.number(), frame.capturedAtMillis());
            CroppedFrame seen = VehicleSteps.detect(Objects.requireNonNull(detector), new Frame(name, frame.jpeg()));
            return new VehicleFrame(seen.detected(), seen.crops(), List.of(), System.currentTimeMillis());
        } catch (RejectedFrameException unusable) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).rejected(frame, unusable));
            return VehicleFrame.unseen(frame, System.currentTimeMillis());
        }
    }

    @Override
    public void close() {
        if (detector != null) {
            detector.close();
        }
    }
}
