package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.step.AssociateStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two vehicles drive past two cameras, ten seconds apart. */
class AssociateFunctionTest {

    private static final long END_MILLIS = 30_000;

    private KeyedOneInputStreamOperatorTestHarness<String, FollowedFrame, AssociatedTrack> associate;

    @BeforeEach
    void open() throws Exception {
        associate = harness();
        associate.open();
    }

    @AfterEach
    void close() throws Exception {
        associate.close();
    }

    /** What the same operator says in a plain loop over the frames in their order. */
    @Test
    void saysTheSameAsAPlainLoopHoweverTheFramesOfDifferentCamerasCome() throws Exception {
        // given
        List<FollowedFrame> shuffled = new ArrayList<>(frames());
        Collections.shuffle(shuffled, new Random(1));

        // when
        for (FollowedFrame frame : shuffled) {
            send(frame);
        }
        associate.processWatermark(new Watermark(END_MILLIS));

        // then
        assertThat(associate.extractOutputValues()).isNotEmpty().isEqualTo(plainLoop(frames()));
    }

    @Test
    void recognisesAVehicleAtTheNextCamera() throws Exception {
        for (FollowedFrame frame : frames()) {
            send(frame);
        }
        associate.processWatermark(new Watermark(END_MILLIS));

        assertThat(vehicleOf("cam-1", 1)).isEqualTo(vehicleOf("cam-2", 2));
        assertThat(vehicleOf("cam-1", 2)).isEqualTo(vehicleOf("cam-2", 1));
        assertThat(vehicleOf("cam-1", 1)).isNotEqualTo(vehicleOf("cam-1", 2));
    }

    @Test
    void decidesWhatIsOpenWhenAllCamerasFallSilent() throws Exception {
        // given: no watermark comes any more
        for (FollowedFrame frame : frames()) {
            send(frame);
        }
        assertThat(associate.extractOutputValues()).isEmpty();

        // when
        associate.setProcessingTime(AssociateFunction.SILENCE_MILLIS);

        // then
        assertThat(associate.extractOutputValues()).hasSize(4);
    }

    @Test
    void whatIsKnownOutlivesARestart() throws Exception {
        // given: the first camera's frames, then a restart
        for (FollowedFrame frame : frames()) {
            if (frame.camera().equals("cam-1")) {
                send(frame);
            }
        }
        associate.processWatermark(new Watermark(9_000));
        long first = vehicleOf("cam-1", 1);
        OperatorSubtaskState state = associate.snapshot(1, 1);
        associate.close();
        associate = harness();
        associate.initializeState(state);
        associate.open();

        // when
        for (FollowedFrame frame : frames()) {
            if (frame.camera().equals("cam-2")) {
                send(frame);
            }
        }
        associate.processWatermark(new Watermark(END_MILLIS));

        // then
        assertThat(vehicleOf("cam-2", 2)).isEqualTo(first);
    }

    /** Else tracks that go on after the restart would be decided twice. */
    @Test
    void aRestartIsNoSilence() throws Exception {
        for (FollowedFrame frame : frames()) {
            send(frame);
        }
        OperatorSubtaskState state = associate.snapshot(1, 1);
        associate.close();
        associate = harness();
        associate.initializeState(state);
        associate.open();

        associate.setProcessingTime(AssociateFunction.SILENCE_MILLIS);
        assertThat(associate.extractOutputValues()).isEmpty();

        associate.setProcessingTime(2 * AssociateFunction.SILENCE_MILLIS);
        assertThat(associate.extractOutputValues()).hasSize(4);
    }

    private void send(FollowedFrame frame) throws Exception {
        associate.processElement(frame, frame.capturedAtMillis());
    }

    private long vehicleOf(String camera, long track) {
        return associate.extractOutputValues().stream()
                .filter(decided -> decided.camera().equals(camera) && decided.trackId() == track)
                .mapToLong(AssociatedTrack::vehicleId)
                .findFirst()
                .orElseThrow();
    }

    private static List<AssociatedTrack> plainLoop(List<FollowedFrame> frames) {
        List<FollowedFrame> ordered = new ArrayList<>(frames);
        ordered.sort(Comparator.<FollowedFrame>comparingLong(frame -> frame.capturedAtMillis())
                .thenComparing(FollowedFrame::camera));
        AssociateStep associator = new AssociateStep();
        AssociatorState state = AssociatorState.initial();
        List<AssociatedTrack> decided = new ArrayList<>();
        for (FollowedFrame frame : ordered) {
            AssociatorStep step = associator.associate(state, frame.capturedAtMillis(), frame.sightings());
            state = step.next();
            step.decided()
                    .forEach(track -> decided.add(new AssociatedTrack(
                            track.cameraId(), track.trackId(), track.vehicleId(), frame.capturedAtMillis())));
        }
        return decided;
    }

    /** For 8 s before each camera; at the second one in the other order, so that track numbers do not tell. */
    private static List<FollowedFrame> frames() {
        List<FollowedFrame> frames = new ArrayList<>();
        for (int number = 0; number < 80; number++) {
            frames.add(frame("cam-1", number, 100L * number, 1, 0));
            frames.add(frame("cam-2", number, 10_000 + 100L * number, 0, 1));
        }
        for (int number = 80; number < 150; number++) {
            frames.add(new FollowedFrame(
                    new TrackedFrame("cam-2", number, 10_000 + 100L * number, 640, 360, List.of()), List.of(), 0));
        }
        return frames;
    }

    private static FollowedFrame frame(String camera, int number, long millis, int first, int second) {
        List<TrackedVehicle> tracks = List.of(
                new TrackedVehicle(1, "car", 0.9f, 10, 10, 50, 30),
                new TrackedVehicle(2, "car", 0.8f, 210, 10, 50, 30));
        return new FollowedFrame(
                new TrackedFrame(camera, number, millis, 640, 360, tracks),
                List.of(
                        new TrackSighting(camera, 1, new float[] {first, 1 - first}),
                        new TrackSighting(camera, 2, new float[] {second, 1 - second})),
                0);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, FollowedFrame, AssociatedTrack> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AssociateFunction("network")), frame -> "street", Types.STRING);
    }
}
