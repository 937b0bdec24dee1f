package io.jellybean.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.result.TrackedFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameJoinTest {

    private final FrameJoin join = new FrameJoin(100);

    @Test
    void joinsWhicheverComesFirst() {
        assertThat(join.frame("a", 1, new byte[10])).isEmpty();
        assertThat(join.tracked(tracked("a", 1))).isPresent();

        assertThat(join.tracked(tracked("a", 2))).isEmpty();
        assertThat(join.frame("a", 2, new byte[10])).isPresent();
    }

    @Test
    void keepsCamerasApart() {
        join.frame("a", 1, new byte[10]);

        assertThat(join.tracked(tracked("b", 1))).isEmpty();
    }

    @Test
    void forgetsFramesWhoseTracksWillNeverCome() {
        join.frame("a", 1, new byte[60]); // rejected: it has no tracks
        join.frame("a", 2, new byte[30]);
        assertThat(join.waitsForTracks()).isTrue();

        assertThat(join.tracked(tracked("a", 2))).isPresent();

        assertThat(join.waitsForTracks()).isFalse();
        assertThat(join.tracked(tracked("a", 1))).isEmpty();
    }

    @Test
    void keepsNoMoreBytesThanItMayAndGivesUpTheOldest() {
        join.frame("a", 1, new byte[40]);
        join.frame("b", 2, new byte[40]);
        join.frame("a", 3, new byte[40]);

        assertThat(join.evicted()).isEqualTo(1);
        assertThat(join.tracked(tracked("b", 2))).isPresent();
        assertThat(join.tracked(tracked("a", 3))).isPresent();
    }

    @Test
    void waitsForTheFramesWhenTracksRunAhead() {
        for (int i = 0; i < 15_000; i++) {
            join.tracked(tracked("a", i));
        }

        assertThat(join.waitsForFrames()).isTrue();
        assertThat(join.frame("a", 14_999, new byte[10])).isPresent();
        assertThat(join.waitsForFrames()).isFalse();
    }

    private static TrackedFrame tracked(String camera, long capturedAtMillis) {
        return new TrackedFrame(camera, 0, capturedAtMillis, 640, 360, List.of());
    }
}
