package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.TrackedFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServedFramesTest {

    private final VehicleRun run = DemoRuns.perfect(Recordings.of(10, 1), 3);

    @Test
    void countsEveryFrameOnce() {
        ServedFrames served = new ServedFrames(run);

        assertThat(served.in()).isEqualTo(23);
        assertThat(served.out()).isEqualTo(20);
        assertThat(served.lost()).isZero();
        assertThat(served.doubled()).isZero();
    }

    @Test
    void aMissingResultIsALossThoughAnotherCameTwice() {
        List<Received<TrackedFrame>> tracks = new ArrayList<>(run.tracks());
        tracks.set(1, tracks.get(0));

        ServedFrames served = new ServedFrames(DemoRuns.withTracks(run, tracks));

        assertThat(served.lost()).isEqualTo(1);
        assertThat(served.doubled()).isEqualTo(1);
    }

    @Test
    void throughputRunsFromTheFirstCaptureToTheLastResult() {
        double seconds = (950 + DemoRuns.LATENCY_MILLIS) / 1_000.0;

        assertThat(new ServedFrames(run).framesPerSecond()).isEqualTo(20 / seconds);
    }
}
