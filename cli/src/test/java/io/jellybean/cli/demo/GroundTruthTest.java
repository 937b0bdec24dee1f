package io.jellybean.cli.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jellybean.operators.scoring.TrackingScore;
import org.junit.jupiter.api.Test;

final class GroundTruthTest {

    private final VehicleRun run = DemoRuns.perfect(Recordings.of(12, 5), 2);

    @Test
    void findingEverythingIsPerfect() {
        GroundTruth truth = new GroundTruth(run);

        assertThat(truth.tracking().truthBoxes()).isPositive();
        assertThat(truth.ap50(requireNonNull(run.detections()))).isCloseTo(1, within(1e-9));
        assertThat(truth.tracking().idf1()).isCloseTo(1, within(1e-9));
    }

    /** The tracks of a vehicle have one number in all cameras here, but they are of one vehicle only once that is told. */
    @Test
    void acrossCamerasATrackCountsForTheVehicleThatItWasToldToBeOf() {
        VehicleRun told = DemoRuns.withVehicles(run, track -> track);
        VehicleRun mixedUp = DemoRuns.withVehicles(run, track -> 1L);

        assertThat(new GroundTruth(told).acrossCameras().idf1()).isCloseTo(1, within(1e-9));
        assertThat(new GroundTruth(mixedUp).acrossCameras().idf1()).isLessThan(0.9);
    }

    /** Each camera is a sequence of its own, so half the results of each leave half of the truth uncovered. */
    @Test
    void aFrameWithoutResultCountsAsEmpty() {
        VehicleRun half = DemoRuns.withTracks(
                run,
                run.tracks().stream()
                        .filter(track -> track.result().number() % 2 == 0)
                        .toList());

        TrackingScore score = new GroundTruth(half).tracking();

        int covered = half.tracks().stream()
                .mapToInt(track -> track.result().vehicles().size())
                .sum();
        assertThat(score.idf1()).isCloseTo(2.0 * covered / (covered + score.truthBoxes()), within(1e-9));
    }
}
