package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.profile.ServiceTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileFileTest {

    @Test
    void readsBackWhatItWrites() {
        Profile profile = new Profile(
                List.of(new ServiceTime("detect", "small", "edge-box", Duration.ofNanos(1_234_567))),
                List.of(new MessageSize("cameras", "detect", 40_123)),
                List.of(new Selectivity("cameras", "detect", 0.3)),
                new AccuracyTable(List.of("detect"), List.of(new AccuracyRow(List.of("small"), 0.74))));

        Profile read = ProfileFile.parse("profile.json", ProfileFile.text(profile));

        assertThat(read).isEqualTo(profile);
    }
}
