package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.Interval;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.Machine;
import io.jellybean.domain.profile.Measurement;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Quantiles;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.profile.WorkerMeasurements;
import io.jellybean.domain.workflow.Channel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileFileTest {

    @Test
    void readsBackWhatItWrites() {
        Profile profile = new Profile(
                List.of(new ServiceTime("detect", "small", "edge-box", Duration.ofNanos(1_234_567))),
                List.of(
                        new MessageSize(new Channel("cameras", "detect"), null, 40_123),
                        new MessageSize(new Channel("detect", "track"), "vehicle-detector-s", 901)),
                List.of(new Selectivity(new Channel("cameras", "detect"), 0.3)),
                new AccuracyTable(
                        List.of("detect"),
                        List.of(
                                new AccuracyRow(List.of("small"), 0.74),
                                new AccuracyRow(List.of("large"), 0.91, new Interval(0.9, 0.92))),
                        "AP50",
                        "streets 1-3"),
                List.of(box(1, 2), box(2, 3)));

        Profile read = ProfileFile.parse("profile.json", ProfileFile.text(profile));

        assertThat(read).isEqualTo(profile);
    }

    @Test
    void staysReadableWithoutWhatWasAddedLater() {
        Profile read = ProfileFile.parse("profile.json", """
                {"format": "jellybean-profile/1", "serviceTimes": [], "messageSizes": [],
                 "accuracy": {"operators": ["detect"], "rows": [{"variants": ["small"], "value": 0.7}]}}
                """);

        assertThat(read.workers()).isEmpty();
        assertThat(read.accuracy().rows().get(0).confidence95()).isNull();
    }

    private static WorkerMeasurements box(int number, int busySlots) {
        Quantiles quantiles = new Quantiles(
                Duration.ofNanos(1_234_567), Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(3));
        return new WorkerMeasurements(
                "box-" + number,
                number == 1 ? ExecutionProvider.CPU : ExecutionProvider.CUDA,
                new Machine("some processor", 2, "Linux 6 amd64", "17.0.1", "1.28.0"),
                List.of(
                        new Measurement(
                                "detect", "small", 1, 1, Duration.ofMillis(2), quantiles, 0.01, 800, 300, 5_000_000),
                        new Measurement(
                                "detect",
                                "small",
                                1,
                                busySlots,
                                Duration.ofMillis(2),
                                quantiles,
                                0.02,
                                1500,
                                300,
                                5_000_000)));
    }
}
