package io.jellybean.jobs.stage;

import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.FrameFeatures;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.vision.RejectedFrameException;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Describes the frames that a question is asked about, one record out for each; a frame without a request is refused. */
public final class ExtractFunction extends ProcessFunction<NumberedFrame, FrameFeatures> {

    private static final String REFUSED = "the frame was refused, see the topic rejected";
    private static final float[] NOTHING = {};

    private final String operator;
    private final PlannedModel model;
    private transient @Nullable FeatureExtractor extractor;
    private transient @Nullable Rejecter rejecter;
    private transient @Nullable StageMetrics work;

    /**
     * @param operator named in the records of refused frames
     */
    public ExtractFunction(String operator, PlannedModel model) {
        this.operator = operator;
        this.model = model;
    }

    @Override
    public void open(OpenContext context) {
        extractor = ServedOperators.extractor(model.networks(), model.variant());
        rejecter = new Rejecter(operator, getRuntimeContext().getMetricGroup());
        work = StageMetrics.ofModel(getRuntimeContext().getMetricGroup(), model);
    }

    @Override
    public void processElement(NumberedFrame frame, Context context, Collector<FrameFeatures> out) {
        if (!RequestKey.isUsable(frame.request())) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).withoutRequest(frame));
        } else if (frame.isRejected()) {
            out.collect(features(frame, NOTHING, REFUSED));
        } else {
            StageMetrics measured = Objects.requireNonNull(work);
            measured.begin(frame);
            FrameFeatures features = extract(frame, context);
            measured.end();
            out.collect(features);
        }
    }

    private FrameFeatures extract(NumberedFrame frame, Context context) {
        try {
            return features(frame, Objects.requireNonNull(extractor).extract(frame.jpeg()), "");
        } catch (RejectedFrameException unusable) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).rejected(frame, unusable));
            return features(frame, NOTHING, String.valueOf(unusable.getMessage()));
        }
    }

    private static FrameFeatures features(NumberedFrame frame, float[] values, String fault) {
        return new FrameFeatures(frame.request(), frame.capturedAtMillis(), values, fault, System.currentTimeMillis());
    }

    @Override
    public void close() {
        if (extractor != null) {
            extractor.close();
        }
    }
}
