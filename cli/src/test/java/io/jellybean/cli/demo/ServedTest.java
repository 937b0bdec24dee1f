package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.TrackedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServedTest {

    private final DemoRun run = DemoRuns.perfect(Recordings.of(10, 1), 3);

    @Test
    void countsEveryFrameOnce() {
        Served served = new Served(run);

        assertThat(served.in()).isEqualTo(23);
        assertThat(served.out()).isEqualTo(20);
        assertThat(served.lost()).isZero();
        assertThat(served.doubled()).isZero();
        assertThat(served.rejected()).isEqualTo(3);
        assertThat(served.notRejected()).isZero();
        assertThat(served.rejectedByReason()).containsOnly(Map.entry("empty", 3L));
    }

    @Test
    void aMissingResultIsALossThoughAnotherCameTwice() {
        List<Received<TrackedFrame>> tracks = new ArrayList<>(run.tracks());
        tracks.set(1, tracks.get(0));

        Served served = new Served(DemoRuns.withTracks(run, tracks));

        assertThat(served.lost()).isEqualTo(1);
        assertThat(served.doubled()).isEqualTo(1);
    }

    @Test
    void throughputRunsFromTheFirstCaptureToTheLastResult() {
        double seconds = (950 + DemoRuns.LATENCY_MILLIS) / 1_000.0;

        assertThat(new Served(run).framesPerSecond()).isEqualTo(20 / seconds);
    }
}
