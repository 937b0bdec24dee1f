package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.TrackedFrame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LatencyTest {

    @Test
    void aPercentileIsTheLeastLatencyThatTheShareStaysWithin() {
        Latency latency = Latency.of(
                IntStream.rangeClosed(1, 200)
                        .mapToObj(millis -> new Received<>(capturedAt(1_000), 1_000L + millis))
                        .toList(),
                TrackedFrame::capturedAtMillis);

        assertThat(latency.percentileMillis(0.5)).isEqualTo(100);
        assertThat(latency.percentileMillis(0.99)).isEqualTo(198);
        assertThat(latency.percentileMillis(1)).isEqualTo(200);
    }

    @Test
    void nothingReceivedIsNoLatency() {
        assertThat(Latency.of(List.<Received<TrackedFrame>>of(), TrackedFrame::capturedAtMillis)
                        .percentileMillis(0.99))
                .isZero();
    }

    private static TrackedFrame capturedAt(long millis) {
        return new TrackedFrame("cam-1", 0, millis, 640, 360, List.of());
    }
}
