package io.jellybean.jobs.stage;

import io.jellybean.jobs.model.PlannedModel;
import io.jellybean.jobs.record.VehicleFrame;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Embeds the vehicles of a frame, all in one batch; their crops go no further. */
public final class EmbedFunction extends ProcessFunction<VehicleFrame, VehicleFrame> {

    private final PlannedModel model;
    private transient @Nullable VehicleEmbedder embedder;
    private transient @Nullable StageMetrics work;

    public EmbedFunction(PlannedModel model) {
        this.model = model;
    }

    @Override
    public void open(OpenContext context) {
        embedder = ServedOperators.embedder(model.networks(), model.variant());
        work = StageMetrics.ofModel(getRuntimeContext().getMetricGroup(), model);
    }

    @Override
    public void processElement(VehicleFrame frame, Context context, Collector<VehicleFrame> out) {
        StageMetrics measured = Objects.requireNonNull(work);
        measured.begin(frame);
        List<float[]> embeddings = embed(frame);
        measured.batch(embeddings.size());
        measured.end();
        out.collect(new VehicleFrame(frame.detected(), List.of(), embeddings, System.currentTimeMillis()));
    }

    private List<float[]> embed(VehicleFrame frame) {
        try {
            return Objects.requireNonNull(embedder).embed(frame.crops());
        } catch (RejectedFrameException impossible) {
            throw new IllegalStateException("the detector's own crops can be read", impossible);
        }
    }

    @Override
    public void close() {
        if (embedder != null) {
            embedder.close();
        }
    }
}
