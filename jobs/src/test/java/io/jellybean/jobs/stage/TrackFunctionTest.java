package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackFunctionTest {

    private KeyedOneInputStreamOperatorTestHarness<String, VehicleFrame, FollowedFrame> tracker;

    @BeforeEach
    void open() throws Exception {
        tracker = harness();
        tracker.open();
    }

    @AfterEach
    void close() throws Exception {
        tracker.close();
    }

    @Test
    void putsFramesBackIntoOrder() throws Exception {
        for (long number : List.of(0L, 3L, 2L, 1L, 4L)) {
            send(number);
        }

        assertThat(numbers(tracker)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void waitsForNobodyWhoWasRefused() throws Exception {
        send(0);
        tracker.processElement(vehicles(DetectedFrame.rejected("cam-1", 1, 1_066)), 0);
        send(2);

        assertThat(numbers(tracker)).containsExactly(0L, 2L);
    }

    /** Ingest forgets a camera before the tracker does. */
    @Test
    void followsACameraAgainThatIngestHadForgotten() throws Exception {
        send(0);
        send(1);
        send(2);

        send(1);
        send(0);

        assertThat(numbers(tracker)).containsExactly(0L, 1L, 2L, 0L, 1L);
    }

    @Test
    void onACameraNoOtherWaits() throws Exception {
        send(1);
        tracker.processElement(vehicles(new DetectedFrame("cam-2", 0, 1_000, 640, 360, List.of())), 0);

        assertThat(tracker.extractOutputValues())
                .extracting(FollowedFrame::camera)
                .containsExactly("cam-2");
    }

    /** Both the vehicles that are followed and the frames that wait are state. */
    @Test
    void aVehicleKeepsItsTrackOverARestart() throws Exception {
        for (long number = 0; number < 6; number++) {
            send(number);
        }
        send(7);
        long before = lastTrack(tracker.extractOutputValues());
        OperatorSubtaskState state = tracker.snapshot(1, 1);

        tracker.close();
        tracker = harness();
        tracker.initializeState(state);
        tracker.open();
        tracker.processElement(vehicles(frame(6)), 0);

        assertThat(numbers(tracker)).containsExactly(6L, 7L);
        assertThat(lastTrack(tracker.extractOutputValues())).isEqualTo(before);
    }

    /** A plan may take another network; what the old one described, of other dimensions even, tells the new one nothing. */
    @Test
    void aVehicleKeepsItsTrackWhenAnotherNetworkDescribesIt() throws Exception {
        for (long number = 0; number < 6; number++) {
            tracker.processElement(embedded(frame(number), new float[] {1, 0}), 0);
        }
        tracker.processElement(embedded(frame(7), new float[] {1, 0}), 0);
        long before = lastTrack(tracker.extractOutputValues());
        OperatorSubtaskState state = tracker.snapshot(1, 1);

        tracker.close();
        tracker = harness("another network");
        tracker.initializeState(state);
        tracker.open();
        tracker.processElement(embedded(frame(6), new float[] {0, 0, 1}), 0);

        assertThat(numbers(tracker)).containsExactly(6L, 7L);
        assertThat(lastTrack(tracker.extractOutputValues())).isEqualTo(before);
    }

    private void send(long number) throws Exception {
        tracker.processElement(vehicles(frame(number)), 0);
    }

    private static VehicleFrame vehicles(DetectedFrame detected) {
        return new VehicleFrame(detected, List.of(), List.of(), 0);
    }

    private static VehicleFrame embedded(DetectedFrame detected, float[] embedding) {
        return new VehicleFrame(detected, List.of(), List.of(embedding), 0);
    }

    /** A car that drives to the right. */
    private static DetectedFrame frame(long number) {
        DetectedVehicle car = new DetectedVehicle("car", 0.9f, 100 + 5 * number, 100, 80, 40);
        return new DetectedFrame("cam-1", number, 1_000 + 66 * number, 640, 360, List.of(car));
    }

    private static List<Long> numbers(
            KeyedOneInputStreamOperatorTestHarness<String, VehicleFrame, FollowedFrame> harness) {
        return harness.extractOutputValues().stream()
                .map(frame -> frame.tracked().number())
                .toList();
    }

    private static long lastTrack(List<FollowedFrame> frames) {
        return frames.get(frames.size() - 1).tracked().vehicles().stream()
                .mapToLong(TrackedVehicle::trackId)
                .findFirst()
                .orElseThrow();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, VehicleFrame, FollowedFrame> harness()
            throws Exception {
        return harness("network");
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, VehicleFrame, FollowedFrame> harness(String network)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TrackFunction(List.of("car", "van", "truck", "bus"), false, network)),
                VehicleFrame::camera,
                Types.STRING);
    }
}
