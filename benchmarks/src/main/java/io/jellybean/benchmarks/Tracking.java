package io.jellybean.benchmarks;

import io.jellybean.operators.tracking.SeenVehicle;
import io.jellybean.operators.tracking.TrackerSettings;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.tracking.TrackerStep;
import io.jellybean.operators.tracking.VehicleTracker;
import io.jellybean.operators.vision.Box;
import io.jellybean.operators.vision.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One frame's step of the tracker: motion of all tracks, likeness, assignment. Vehicles drift by a pixel from frame to frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class Tracking {

    private static final double PERIOD = 1 / 15.0;
    private static final int PER_ROW = 20;

    /** In sight. */
    @Param({"5", "50"})
    public int vehicles;

    private final VehicleTracker tracker = new VehicleTracker(TrackerSettings.defaults());
    private TrackerState followed = TrackerState.initial();
    private List<SeenVehicle> seen = List.of();

    @Setup
    public void follow() {
        Random random = new Random(1);
        List<float[]> looks = new ArrayList<>();
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            looks.add(Looks.drawn(random));
        }
        for (int frame = 0; frame < 10; frame++) {
            seen = seen(frame, looks);
            followed = tracker.stepSeen(followed, seen, PERIOD).next();
        }
    }

    @Benchmark
    public TrackerStep step() {
        return tracker.stepSeen(followed, seen, PERIOD);
    }

    private static List<SeenVehicle> seen(int frame, List<float[]> looks) {
        List<SeenVehicle> seen = new ArrayList<>();
        for (int vehicle = 0; vehicle < looks.size(); vehicle++) {
            int row = vehicle / PER_ROW;
            double left = 60.0 * (vehicle - row * PER_ROW) + frame;
            double top = 60.0 * row;
            seen.add(new SeenVehicle(new Detection(new Box(left, top, 50, 40), 0, 0.9f), looks.get(vehicle)));
        }
        return seen;
    }
}
