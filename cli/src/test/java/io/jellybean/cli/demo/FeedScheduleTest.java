package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedScheduleTest {

    private final StreetRecording recording = Recordings.of(5, 1);

    @Test
    void sendsEachCamerasFramesInOrderAndAtItsRate() {
        List<TimedFrame> schedule = FeedSchedule.of(recording, 0);

        for (String camera : recording.cameras()) {
            List<TimedFrame> frames = schedule.stream()
                    .filter(frame -> frame.camera().equals(camera))
                    .toList();
            assertThat(frames).extracting(TimedFrame::recording).containsExactly(0, 1, 2, 3, 4);
            for (int i = 1; i < frames.size(); i++) {
                assertThat(frames.get(i).dueMicros() - frames.get(i - 1).dueMicros())
                        .isEqualTo(100_000);
            }
        }
    }

    @Test
    void camerasTakeTurns() {
        List<TimedFrame> schedule = FeedSchedule.of(recording, 0);

        assertThat(schedule).isSortedAccordingTo(Comparator.comparingLong(TimedFrame::dueMicros));
        assertThat(schedule.get(1).dueMicros() - schedule.get(0).dueMicros()).isEqualTo(50_000);
        assertThat(schedule.get(1).camera()).isNotEqualTo(schedule.get(0).camera());
    }

    @Test
    void doublesTheRateHalfway() {
        List<Long> ofOneCamera = FeedSchedule.doubling(recording, 0).stream()
                .filter(frame -> frame.camera().equals(recording.cameras().get(0)))
                .map(TimedFrame::dueMicros)
                .toList();

        long period = Math.round(1_000_000 / recording.settings().framesPerSecond());
        int last = ofOneCamera.size() - 1;
        assertThat(ofOneCamera.get(1) - ofOneCamera.get(0)).isEqualTo(2 * period);
        assertThat(ofOneCamera.get(last) - ofOneCamera.get(last - 1)).isEqualTo(period);
    }

    @Test
    void spreadsBadFramesOverTheRunAndTheCameras() {
        List<TimedFrame> bad =
                FeedSchedule.of(recording, 4).stream().filter(TimedFrame::isBad).toList();

        assertThat(bad).extracting(TimedFrame::dueMicros).containsExactly(62_500L, 187_500L, 312_500L, 437_500L);
        assertThat(bad)
                .extracting(TimedFrame::camera)
                .containsOnly(recording.cameras().toArray(String[]::new));
    }
}
