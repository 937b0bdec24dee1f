package io.jellybean.jobs.stage;

import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.operators.vision.JpegInspector;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.RejectedFrameException;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Numbers each camera's frames from 0 without gaps, and refuses unusable ones by size and header before anything is
 * spent on them. The number of a refused frame travels on without its picture; a frame without a camera has no number.
 */
public final class IngestFunction extends KeyedProcessFunction<String, IncomingFrame, NumberedFrame> {

    private static final byte[] NO_PICTURE = {};

    private final String vertex;
    private transient @Nullable Rejecter rejecter;
    private transient @Nullable JpegInspector inspector;
    private transient @Nullable ValueState<Long> nextNumber;

    /**
     * @param vertex named in the records of refused frames
     */
    public IngestFunction(String vertex) {
        this.vertex = vertex;
    }

    @Override
    public void open(OpenContext context) {
        rejecter = new Rejecter(vertex, getRuntimeContext().getMetricGroup());
        inspector = new JpegInspector(JpegLimits.defaults());
        nextNumber = getRuntimeContext().getState(new ValueStateDescriptor<>("next-number", Types.LONG));
    }

    @Override
    public void processElement(IncomingFrame frame, Context context, Collector<NumberedFrame> out) throws Exception {
        if (!RequestKey.isUsable(frame.camera())) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).withoutCamera(frame));
            return;
        }
        ValueState<Long> state = Objects.requireNonNull(nextNumber);
        Long stored = state.value();
        long number = stored == null ? 0 : stored;
        state.update(number + 1);
        byte[] picture = frame.jpeg();
        try {
            Objects.requireNonNull(inspector).inspect(picture);
        } catch (RejectedFrameException unusable) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).rejected(frame, unusable));
            picture = NO_PICTURE;
        }
        out.collect(new NumberedFrame(frame.camera(), number, frame.capturedAtMillis(), frame.request(), picture));
    }
}
