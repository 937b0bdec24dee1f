package io.jellybean.jobs.stage;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.jobs.record.CameraState;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import io.jellybean.operators.step.TrackStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Follows the vehicles of each camera. Frames come back from several worker groups in any order; they are put in order by
 * number, and one that is ahead waits for those before it. As every numbered frame comes exactly once, nothing waits for
 * ever, and what waits is bounded by what is under way between ingest and here.
 */
public final class TrackFunction extends KeyedProcessFunction<String, VehicleFrame, FollowedFrame> {

    /** Later than ingest forgets a camera, so that its numbers never begin in the middle. */
    private static final Duration FORGOTTEN_AFTER = IngestFunction.FORGOTTEN_AFTER.plusHours(1);

    private final List<String> labels;
    private final boolean sights;
    private final String embedding;
    private transient @Nullable TrackStep tracker;
    private transient @Nullable StageMetrics work;
    private transient @Nullable ValueState<CameraState> camera;
    private transient @Nullable MapState<Long, VehicleFrame> waiting;
    private transient @Nullable ValueState<String> embeddedBy;

    /**
     * @param labels the classes of the detector; the same list in the same order for the life of the state
     * @param sights whether how the vehicles look goes on to an associator
     * @param embedding names the network that describes how they look; empty if none does. What another one has described cannot be
     *     compared, and is forgotten
     */
    public TrackFunction(List<String> labels, boolean sights, String embedding) {
        this.labels = List.copyOf(labels);
        this.sights = sights;
        this.embedding = embedding;
    }

    @Override
    public void open(OpenContext context) {
        tracker = new TrackStep(labels);
        work = new StageMetrics(getRuntimeContext().getMetricGroup());
        camera =
                getRuntimeContext().getState(CameraStates.forgottenAfter(FORGOTTEN_AFTER, "camera", CameraState.class));
        embeddedBy =
                getRuntimeContext().getState(CameraStates.forgottenAfter(FORGOTTEN_AFTER, "embedded-by", String.class));
        waiting = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("frames-ahead", Types.LONG, TypeInformation.of(VehicleFrame.class)));
    }

    @Override
    public void processElement(VehicleFrame frame, Context context, Collector<FollowedFrame> out) throws Exception {
        ValueState<CameraState> stored = Objects.requireNonNull(camera);
        MapState<Long, VehicleFrame> ahead = Objects.requireNonNull(waiting);
        CameraState state = stored.value();
        if (state == null
                || frame.number() < state.nextNumber()) { // a camera that ingest does not know, or has forgotten
            state = CameraState.before(0, frame.capturedAtMillis());
        }
        state = describedByThisNetwork(state, ahead);
        if (frame.number() != state.nextNumber()) {
            ahead.put(frame.number(), frame);
            stored.update(state);
            return;
        }
        VehicleFrame next = frame;
        while (next != null) {
            state = follow(state, next, out);
            next = ahead.get(state.nextNumber());
            if (next != null) {
                ahead.remove(state.nextNumber());
            }
        }
        stored.update(state);
    }

    private CameraState describedByThisNetwork(CameraState state, MapState<Long, VehicleFrame> ahead) throws Exception {
        ValueState<String> by = Objects.requireNonNull(embeddedBy);
        if (embedding.equals(by.value())) {
            return state;
        }
        by.update(embedding);
        for (Map.Entry<Long, VehicleFrame> frame : ahead.entries()) {
            frame.setValue(frame.getValue().withoutEmbeddings());
        }
        return new CameraState(
                state.nextNumber(),
                state.lastCapturedAtMillis(),
                state.tracker().withoutAppearances());
    }

    private CameraState follow(CameraState state, VehicleFrame frame, Collector<FollowedFrame> out) {
        DetectedFrame detected = frame.detected();
        StageMetrics measured = Objects.requireNonNull(work);
        measured.begin(frame);
        TrackStep.Followed followed = Objects.requireNonNull(tracker)
                .follow(state.tracker(), state.lastCapturedAtMillis(), detected, frame.embeddings());
        measured.end();
        if (!detected.wasRejected()) {
            out.collect(new FollowedFrame(
                    followed.tracked(), sights ? followed.sightings() : List.of(), System.currentTimeMillis()));
        }
        return new CameraState(frame.number() + 1, frame.capturedAtMillis(), followed.next());
    }
}
