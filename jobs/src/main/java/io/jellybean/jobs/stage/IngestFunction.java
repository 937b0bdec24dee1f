package io.jellybean.jobs.stage;

import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.IngestedCamera;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.operators.vision.JpegInspector;
import io.jellybean.operators.vision.JpegLimits;
import io.jellybean.operators.vision.RejectedFrameException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Numbers each camera's frames from 0 without gaps, and refuses unusable ones by size and header before anything is
 * spent on them. The number of a refused frame travels on without its picture; a frame without a camera has no number, nor has one
 * that was captured before another that came already.
 *
 * <p>Under the policy {@code live} frames that became too old are dropped here, before they are decoded or sent anywhere; they
 * have no number. A frame that something is asked about is never dropped. Metrics by camera: {@code droppedFrames},
 * {@code lateFrames}.
 */
public final class IngestFunction extends KeyedProcessFunction<String, IncomingFrame, NumberedFrame> {

    private static final byte[] NO_PICTURE = {};

    /**
     * A camera that sends nothing for so long is forgotten; should it come back, it is numbered from 0 again. The time that a
     * savepoint lies on disk counts, so it is far longer than any job is stopped for.
     */
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(365);

    private final String vertex;
    private final @Nullable Duration maxAge;
    private transient @Nullable Rejecter rejecter;
    private transient @Nullable JpegInspector inspector;
    private transient @Nullable CameraCounter droppedFrames;
    private transient @Nullable CameraCounter lateFrames;
    private transient @Nullable ValueState<IngestedCamera> ingested;
    private transient Map<String, Backlog> backlogByCamera = new HashMap<>();

    /**
     * @param vertex named in the records of refused frames
     * @param maxAge above which a frame is dropped; null under the policy {@code complete}
     */
    public IngestFunction(String vertex, @Nullable Duration maxAge) {
        this.vertex = vertex;
        this.maxAge = maxAge;
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        rejecter = new Rejecter(vertex, metrics);
        droppedFrames = new CameraCounter(metrics, "droppedFrames");
        lateFrames = new CameraCounter(metrics, "lateFrames");
        inspector = new JpegInspector(JpegLimits.defaults());
        backlogByCamera = new HashMap<>();
        ingested = getRuntimeContext()
                .getState(CameraStates.forgottenAfter(FORGOTTEN_AFTER, "ingested", IngestedCamera.class));
    }

    @Override
    public void processElement(IncomingFrame frame, Context context, Collector<NumberedFrame> out) throws Exception {
        if (!RequestKey.isUsable(frame.camera())) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).withoutCamera(frame));
            return;
        }
        ValueState<IngestedCamera> state = Objects.requireNonNull(ingested);
        IngestedCamera camera = state.value();
        if (camera == null) {
            camera = IngestedCamera.before(frame.capturedAtMillis());
        }
        if (camera.isLate(frame.capturedAtMillis())) {
            refuseLate(frame, context);
            return;
        }
        if (isDropped(frame, context.timerService().currentProcessingTime())) {
            state.update(camera.dropped(frame.capturedAtMillis()));
            Objects.requireNonNull(droppedFrames).count(frame.camera());
            return;
        }
        state.update(camera.taken(frame.capturedAtMillis()));
        out.collect(numbered(frame, camera.nextNumber(), context));
    }

    /** Under {@code live} it is only counted, as nobody counts on every frame. */
    private void refuseLate(IncomingFrame frame, Context context) {
        Objects.requireNonNull(lateFrames).count(frame.camera());
        if (maxAge == null) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).outOfOrder(frame));
        }
    }

    private boolean isDropped(IncomingFrame frame, long nowMillis) {
        Duration bound = maxAge;
        return bound != null
                && frame.request().isEmpty()
                && !backlogByCamera
                        .computeIfAbsent(frame.camera(), camera -> new Backlog(bound))
                        .serves(frame.capturedAtMillis(), nowMillis);
    }

    private NumberedFrame numbered(IncomingFrame frame, long number, Context context) {
        byte[] picture = frame.jpeg();
        try {
            Objects.requireNonNull(inspector).inspect(picture);
        } catch (RejectedFrameException unusable) {
            context.output(Rejections.TAG, Objects.requireNonNull(rejecter).rejected(frame, unusable));
            picture = NO_PICTURE;
        }
        long freshUntilMillis = maxAge == null || !frame.request().isEmpty()
                ? NumberedFrame.ALWAYS_FRESH
                : frame.capturedAtMillis() + maxAge.toMillis();
        return new NumberedFrame(
                frame.camera(),
                number,
                frame.capturedAtMillis(),
                frame.request(),
                picture,
                freshUntilMillis,
                System.currentTimeMillis());
    }
}
