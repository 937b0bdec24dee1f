package io.jellybean.jobs.stage;

import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.step.AssociateStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tracks of several cameras are of one vehicle. All cameras of a street have one key. Frames are taken in the order
 * of their capture, those of one moment by camera: they wait until the watermark says that no camera has an earlier one.
 * Where all cameras fall silent, and the watermark with them, what waits is taken after a while, and what is still open
 * is decided.
 */
public final class AssociateFunction extends KeyedProcessFunction<String, FollowedFrame, AssociatedTrack> {

    /** Of all cameras, after which nothing more is waited for. */
    static final long SILENCE_MILLIS = 10_000;

    private final String embedding;
    private transient @Nullable ValueState<AssociatorState> street;
    private transient @Nullable ValueState<String> embeddedBy;
    private transient @Nullable MapState<Long, List<FollowedFrame>> waiting;
    private transient @Nullable ValueState<Long> lastMillis;
    private transient AssociateStep associator = new AssociateStep();
    private transient long silentFromMillis;
    private transient @Nullable StageMetrics work;

    /**
     * @param embedding names the network that describes how vehicles look. What another one has described cannot be compared, and is
     *     forgotten
     */
    public AssociateFunction(String embedding) {
        this.embedding = embedding;
    }

    @Override
    public void open(OpenContext context) {
        embeddedBy = getRuntimeContext().getState(new ValueStateDescriptor<>("embedded-by", Types.STRING));
        street = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("street", TypeInformation.of(AssociatorState.class)));
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "frames-of-a-moment", Types.LONG, Types.LIST(TypeInformation.of(FollowedFrame.class))));
        lastMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("last-capture", Types.LONG));
        associator = new AssociateStep();
        silentFromMillis = 0;
        work = new StageMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(FollowedFrame frame, Context context, Collector<AssociatedTrack> out) throws Exception {
        forgetWhatAnotherNetworkDescribed();
        long capturedAtMillis = frame.capturedAtMillis();
        listenFor(context);
        if (capturedAtMillis <= context.timerService().currentWatermark()) {
            take(frame, out);
            return;
        }
        MapState<Long, List<FollowedFrame>> moments = Objects.requireNonNull(waiting);
        List<FollowedFrame> moment = moments.get(capturedAtMillis);
        List<FollowedFrame> together = moment == null ? new ArrayList<>() : new ArrayList<>(moment);
        together.add(frame);
        moments.put(capturedAtMillis, together);
        context.timerService().registerEventTimeTimer(capturedAtMillis);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AssociatedTrack> out) throws Exception {
        forgetWhatAnotherNetworkDescribed();
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            takeMoment(timestamp, out);
        } else if (silentFromMillis == 0) { // after a restart: that nothing came meanwhile is no silence of the cameras
            listenFor(context);
        } else if (context.timerService().currentProcessingTime() >= silentFromMillis) {
            List<Long> moments = new ArrayList<>();
            Objects.requireNonNull(waiting).keys().forEach(moments::add);
            moments.sort(Comparator.naturalOrder());
            for (long moment : moments) {
                takeMoment(moment, out);
            }
            emit(associator.end(state()), out);
        } else {
            context.timerService().registerProcessingTimeTimer(silentFromMillis);
        }
    }

    private void forgetWhatAnotherNetworkDescribed() throws Exception {
        ValueState<String> by = Objects.requireNonNull(embeddedBy);
        if (embedding.equals(by.value())) {
            return;
        }
        by.update(embedding);
        Objects.requireNonNull(street).update(state().withoutAppearances());
        for (Map.Entry<Long, List<FollowedFrame>> moment :
                Objects.requireNonNull(waiting).entries()) {
            moment.setValue(moment.getValue().stream()
                    .map(FollowedFrame::withoutSightings)
                    .toList());
        }
    }

    /** One timer is always under way while frames come. */
    private void listenFor(Context context) {
        long now = context.timerService().currentProcessingTime();
        boolean wasSilent = silentFromMillis <= now;
        silentFromMillis = now + SILENCE_MILLIS;
        if (wasSilent) {
            context.timerService().registerProcessingTimeTimer(silentFromMillis);
        }
    }

    private void takeMoment(long capturedAtMillis, Collector<AssociatedTrack> out) throws Exception {
        MapState<Long, List<FollowedFrame>> moments = Objects.requireNonNull(waiting);
        List<FollowedFrame> moment = moments.get(capturedAtMillis);
        if (moment == null) {
            return; // taken already, in a silence
        }
        moments.remove(capturedAtMillis);
        List<FollowedFrame> ordered = new ArrayList<>(moment);
        ordered.sort(Comparator.comparing(FollowedFrame::camera)
                .thenComparing(frame -> frame.tracked().number()));
        for (FollowedFrame frame : ordered) {
            take(frame, out);
        }
    }

    private void take(FollowedFrame frame, Collector<AssociatedTrack> out) throws Exception {
        Objects.requireNonNull(lastMillis).update(frame.capturedAtMillis());
        StageMetrics measured = Objects.requireNonNull(work);
        measured.begin(frame);
        AssociatorStep step = associator.associate(state(), frame.capturedAtMillis(), frame.sightings());
        measured.end();
        emit(step, out);
    }

    private AssociatorState state() throws Exception {
        AssociatorState stored = Objects.requireNonNull(street).value();
        return stored == null ? AssociatorState.initial() : stored;
    }

    private void emit(AssociatorStep step, Collector<AssociatedTrack> out) throws Exception {
        Objects.requireNonNull(street).update(step.next());
        Long now = Objects.requireNonNull(lastMillis).value();
        step.decided()
                .forEach(track -> out.collect(new AssociatedTrack(
                        track.cameraId(), track.trackId(), track.vehicleId(), now == null ? 0 : now)));
    }
}
