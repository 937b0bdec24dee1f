package io.jellybean.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.source.CameraSources;
import io.jellybean.cli.source.JpegEncoder;
import io.jellybean.cli.terminal.StopSignal;
import io.jellybean.cli.video.RtspCamera;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
final class RtspFeedTest {

    private static final JpegEncoder ENCODER = new JpegEncoder(0.85, 1_920, 1_080);

    @Test
    void goesOnWhenACameraHangsUpAndComesBack() throws IOException {
        FeedSettings settings = FeedSettings.defaults()
                .withFramesPerCamera(80) // more than wait in buffers when it hangs up
                .withPauses(Duration.ofMillis(50), Duration.ofMillis(200));
        try (RtspCamera camera = new RtspCamera()) {
            CameraSource source = CameraSources.rtsp("gate=" + camera.url(), ENCODER);
            FrameOutlet outlet = (name, number, frame) -> {
                BufferedImage picture = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
                assertThat(picture.getWidth()).isEqualTo(RtspCamera.WIDTH);
                if (number == 9) {
                    camera.hangUp();
                }
            };

            CameraStatus ended = new Feed(List.of(source), settings, outlet, new StopSignal())
                    .run(told -> {})
                    .get(0);

            assertThat(ended.state()).isEqualTo(CameraState.ENDED);
            assertThat(ended.framesSent()).isEqualTo(80);
            assertThat(ended.failures()).isPositive();
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        RtspCamera gone = new RtspCamera();
        gone.close();
        StopSignal stop = new StopSignal();
        CameraSource source = CameraSources.rtsp("gate=" + gone.url(), ENCODER);

        CameraStatus status = new Feed(List.of(source), FeedSettings.defaults(), (name, number, frame) -> {}, stop)
                .run(told -> {
                    if (told.get(0).failures() > 0) {
                        stop.raise();
                    }
                })
                .get(0);

        assertThat(status.lastError()).isEqualTo("Connection refused");
    }
}
