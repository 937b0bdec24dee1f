package io.jellybean.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(Duration.ofSeconds(1));

    @Test
    void servesEveryFrameThatIsNotTooOld() {
        assertThat(backlog.serves(1_000, 2_000)).isTrue();
        assertThat(backlog.serves(1_100, 2_050)).isTrue();
    }

    /** A frame just young enough would be followed by others just as old for ever. */
    @Test
    void skipsToTheNewestWhenOneIsTooOld() {
        assertThat(backlog.serves(1_000, 2_010)).isFalse();
        assertThat(backlog.serves(1_100, 2_011)).isFalse();
        assertThat(backlog.serves(1_200, 2_012)).isFalse();
        assertThat(backlog.serves(1_900, 2_013)).isTrue();
        assertThat(backlog.serves(1_300, 2_200)).isTrue();
    }

    /** Frames of a far camera arrive old, but none waits behind them. */
    @Test
    void servesOldFramesAgainOnceThereIsNoBacklog() {
        assertThat(backlog.serves(1_000, 2_500)).isFalse();
        assertThat(backlog.serves(1_600, 2_501)).isFalse();
        assertThat(backlog.serves(1_700, 2_600)).isTrue();
    }

    @Test
    void servesNothingThatIsTooOldEvenWithoutABacklog() {
        assertThat(backlog.serves(1_000, 2_500)).isFalse();
        assertThat(backlog.serves(1_100, 2_600)).isFalse();
        assertThat(backlog.serves(1_200, 2_700)).isFalse();
    }
}
