package io.jellybean.benchmarks;

import io.jellybean.operators.association.AssociatorSettings;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.CrossCameraAssociator;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.association.TravelTimes;
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

/** A track of another camera that is compared with all vehicles that are known. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class Associating {

    private static final double PERIOD = 1;
    private static final double TRAVEL_SECONDS = 20;

    private final AssociatorSettings settings = AssociatorSettings.of(TravelTimes.betweenAny(2, 120));
    private final CrossCameraAssociator associator = new CrossCameraAssociator(settings);

    /** That may be seen again. */
    @Param({"10", "100", "1000"})
    public int vehicles;

    private AssociatorState known = AssociatorState.initial();
    private List<TrackSighting> last = List.of();
    private double seconds;

    @Setup
    public void meetVehicles() {
        Random random = new Random(1);
        List<TrackSighting> crowd = new ArrayList<>();
        for (int track = 1; track <= vehicles; track++) {
            crowd.add(new TrackSighting("cam-1", track, Looks.drawn(random)));
        }
        see(crowd);
        seconds += TRAVEL_SECONDS;
        last = List.of(new TrackSighting("cam-2", 1, Looks.drawn(random)));
        for (int sighting = 1; sighting < settings.sightingsToDecide(); sighting++) {
            step(last);
        }
    }

    @Benchmark
    public AssociatorStep decide() {
        return associator.step(known, last, seconds);
    }

    private void see(List<TrackSighting> sightings) {
        for (int sighting = 0; sighting <= settings.sightingsToDecide(); sighting++) {
            step(sightings);
        }
    }

    private void step(List<TrackSighting> sightings) {
        known = associator.step(known, sightings, seconds).next();
        seconds += PERIOD;
    }
}
