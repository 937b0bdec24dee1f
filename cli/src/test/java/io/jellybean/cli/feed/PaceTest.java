package io.jellybean.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaceTest {

    private static final long MILLI = 1_000_000;

    @Test
    void playsAFileAtItsOwnRate() {
        Pace pace = Pace.ofAFile(25, 0);

        assertThat(pace.passesOverNext(0)).isFalse();
        assertThat(pace.untilDue(0)).isZero();
        assertThat(pace.untilDue(10 * MILLI)).isEqualTo(Duration.ofMillis(30));
        assertThat(pace.untilDue(40 * MILLI)).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void leavesFramesOutWhereFewerAreWanted() {
        Pace pace = Pace.ofAFile(30, 10);

        assertThat(taken(pace, 9)).containsExactly(0, 3, 6);
    }

    @Test
    void playsFasterWhereMoreAreWanted() {
        Pace pace = Pace.ofAFile(10, 20);

        assertThat(taken(pace, 3)).containsExactly(0, 1, 2);
        assertThat(pace.untilDue(0)).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void doesNotCatchUpWithABurstAfterALongDelay() {
        Pace pace = Pace.ofAFile(10, 0);
        assertThat(pace.untilDue(0)).isZero();

        assertThat(pace.untilDue(5_000 * MILLI)).isZero();
        assertThat(pace.untilDue(5_000 * MILLI)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void thinsACameraEvenlyAlthoughItsFramesAreNotQuiteOnTime() {
        Pace pace = Pace.ofACamera(10);
        List<Long> takenAtMillis = new ArrayList<>();

        for (int i = 0; i < 30; i++) {
            long now = (i * 100L / 3 - i % 2) * MILLI; // 30 a second, every other one a little early
            if (!pace.passesOverNext(now)) {
                assertThat(pace.untilDue(now)).isZero();
                takenAtMillis.add(now / MILLI);
            }
        }

        assertThat(takenAtMillis).hasSize(10);
    }

    private static List<Integer> taken(Pace pace, int frames) {
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            if (!pace.passesOverNext(0)) {
                taken.add(i);
                assertThat(pace.untilDue(0).isNegative()).isFalse();
            }
        }
        return taken;
    }
}
