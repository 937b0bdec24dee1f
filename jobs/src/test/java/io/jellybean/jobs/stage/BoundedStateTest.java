package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Vehicles that come, are followed for a moment and never come back: what is kept of them does not grow. With
 * {@code mvn verify -Psoak} a million of them.
 */
class BoundedStateTest {

    private static final int TRACKS = Integer.getInteger("jellybean.soak.tracks", 8_000);
    private static final int CAMERAS = 3;
    private static final int VEHICLES = 20;
    private static final int FRAMES_OF_A_VEHICLE = 4;
    private static final int MILLIS_BETWEEN_FRAMES = 200;
    private static final int DIMENSIONS = 64;

    /** Then as much is remembered as ever: two minutes of vehicles, or two thousand. */
    private static final int TRACKS_UNTIL_FULL = 4_000;

    private final Random random = new Random(7);
    private KeyedOneInputStreamOperatorTestHarness<String, VehicleFrame, FollowedFrame> tracker;
    private KeyedOneInputStreamOperatorTestHarness<String, FollowedFrame, AssociatedTrack> associator;

    @BeforeEach
    void open() throws Exception {
        tracker = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TrackFunction(List.of("car"), true, "network")),
                VehicleFrame::camera,
                Types.STRING);
        associator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AssociateFunction("network")), frame -> "street", Types.STRING);
        tracker.open();
        associator.open();
    }

    @AfterEach
    void close() throws Exception {
        tracker.close();
        associator.close();
    }

    @Test
    void isAsLargeAfterAllVehiclesAsAfterTheFirst() throws Exception {
        long decided = 0;
        long sizeWhenFull = 0;
        int stays = TRACKS / VEHICLES;
        for (int stay = 0; stay < stays; stay++) {
            decided += pass(stay);
            if (stay == TRACKS_UNTIL_FULL / VEHICLES) {
                sizeWhenFull = stateBytes();
            }
        }

        assertThat(decided).as("tracks with a vehicle").isGreaterThan(TRACKS * 95L / 100);
        assertThat(stateBytes()).as("bytes of state").isLessThan(sizeWhenFull * 11 / 10);
    }

    /** Some vehicles before one camera, each in its place; the number of tracks that were decided meanwhile. */
    private long pass(int stay) throws Exception {
        String camera = "cam-" + (1 + stay % CAMERAS);
        List<float[]> looks = new ArrayList<>();
        for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
            looks.add(look());
        }
        for (int i = 0; i < FRAMES_OF_A_VEHICLE; i++) {
            long number = stay / CAMERAS * (long) FRAMES_OF_A_VEHICLE + i;
            long millis = (stay * (long) FRAMES_OF_A_VEHICLE + i) * MILLIS_BETWEEN_FRAMES;
            DetectedFrame detected = new DetectedFrame(camera, number, millis, 640, 360, vehicles());
            tracker.processElement(new VehicleFrame(detected, List.of(), looks, 0), millis);
            for (FollowedFrame frame : tracker.extractOutputValues()) {
                associator.processElement(frame, millis);
            }
            tracker.getOutput().clear();
            associator.processWatermark(new Watermark(millis));
        }
        long decided = associator.extractOutputValues().size();
        associator.getOutput().clear();
        return decided;
    }

    private static List<DetectedVehicle> vehicles() {
        List<DetectedVehicle> vehicles = new ArrayList<>();
        for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
            vehicles.add(new DetectedVehicle("car", 0.9f, 120 * (vehicle % 5), 80 * (vehicle / 5), 60, 40));
        }
        return vehicles;
    }

    /** A unit vector in any direction. */
    private float[] look() {
        float[] look = new float[DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < look.length; i++) {
            look[i] = (float) random.nextGaussian();
            squares += look[i] * look[i];
        }
        for (int i = 0; i < look.length; i++) {
            look[i] /= (float) Math.sqrt(squares);
        }
        return look;
    }

    private long stateBytes() throws Exception {
        return tracker.snapshot(1, 1).getStateSize() + associator.snapshot(1, 1).getStateSize();
    }
}
