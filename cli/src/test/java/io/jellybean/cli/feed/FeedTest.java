package io.jellybean.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.terminal.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FeedTest {

    private static final FeedSettings QUICK =
            FeedSettings.defaults().withPauses(Duration.ofMillis(5), Duration.ofMillis(20));

    private final Map<String, Long> lastNumberByCamera = new ConcurrentHashMap<>();
    private final FrameOutlet outlet = (camera, number, frame) -> lastNumberByCamera.put(camera, number);
    private final StopSignal stop = new StopSignal();

    @Test
    void triesACameraThatFailsAgainAndKeepsCounting() {
        FlakyCamera camera = new FlakyCamera("gate", true, 0, 0, 3, 0, 4);

        CameraStatus ended = feed(QUICK.withFramesPerCamera(6), camera).get(0);

        assertThat(ended.state()).isEqualTo(CameraState.ENDED);
        assertThat(ended.framesSent()).isEqualTo(6);
        assertThat(ended.failures()).isEqualTo(4);
        assertThat(ended.lastError()).isEqualTo("Connection refused");
        assertThat(camera.connections()).isEqualTo(5);
        assertThat(lastNumberByCamera).containsEntry("gate", 5L);
    }

    @Test
    void feedsTheOthersWhileOneNeverAnswers() {
        FlakyCamera dead = new FlakyCamera("dead", true, 0);
        FlakyCamera alive = new FlakyCamera("alive", true, 1_000);
        FrameOutlet untilTheDeadWasTriedAgain = (camera, number, frame) -> {
            if (number >= 99 && dead.connections() >= 2) {
                stop.raise();
            }
        };

        List<CameraStatus> ended =
                new Feed(List.of(dead, alive), QUICK, untilTheDeadWasTriedAgain, stop).run(told -> {});

        assertThat(ended.get(0).framesSent()).isZero();
        assertThat(ended.get(0).lastError()).isEqualTo("Connection refused");
        assertThat(ended.get(1).framesSent()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void makesThePausesLongerUpToTheBound() {
        FlakyCamera dead = new FlakyCamera("dead", true, 0);
        FeedSettings settings = FeedSettings.defaults().withPauses(Duration.ofMillis(50), Duration.ofMillis(400));
        long startNanos = System.nanoTime();
        FrameOutlet nowhere = (camera, number, frame) -> {};

        new Feed(List.of(dead), settings, nowhere, stop).run(told -> stop.raise()); // after a second

        double seconds = (System.nanoTime() - startNanos) / 1e9;
        // tried at 0, 50, 150, 350 and 750 ms, and then every 400 ms
        assertThat(dead.connections()).isBetween(2, 5 + (int) (seconds / 0.4));
    }

    @Test
    void givesUpAFileThatFails() {
        CameraStatus ended = feed(QUICK, new FlakyCamera("file", false, 2)).get(0);

        assertThat(ended.state()).isEqualTo(CameraState.FAILED);
        assertThat(ended.framesSent()).isEqualTo(2);
        assertThat(ended.line(4)).contains("failed", "2 frames", "Connection reset by peer");
    }

    @Test
    void passesOverAFrameThatIsRefused() {
        FrameOutlet picky = (camera, number, frame) -> {
            if (lastNumberByCamera.merge("asked", 1L, Long::sum) == 1) {
                throw new IOException("too large");
            }
        };

        CameraStatus ended = new Feed(
                        List.of(new FlakyCamera("gate", true, 9)), QUICK.withFramesPerCamera(3), picky, stop)
                .run(told -> {})
                .get(0);

        assertThat(ended.framesSent()).isEqualTo(3);
        assertThat(ended.lastError()).isEqualTo("too large");
        assertThat(lastNumberByCamera).containsEntry("asked", 4L);
    }

    @Test
    void endsAllWhenTheBrokerTakesNothingMore() {
        FrameOutlet closed = (camera, number, frame) -> {
            throw new CommandFailedException("the broker is gone");
        };
        List<CameraSource> cameras = List.of(new FlakyCamera("a", true, 9), new FlakyCamera("b", true, 0));

        assertThatThrownBy(() -> new Feed(cameras, QUICK, closed, stop).run(told -> {}))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("the broker is gone");
        assertThat(stop.isRaised()).isTrue();
    }

    private List<CameraStatus> feed(FeedSettings settings, CameraSource... cameras) {
        return new Feed(List.of(cameras), settings, outlet, stop).run(told -> {});
    }
}
