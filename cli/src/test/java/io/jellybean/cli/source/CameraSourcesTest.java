package io.jellybean.cli.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.video.VideoWriter;
import io.jellybean.simulator.StreetSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CameraSourcesTest {

    private static final JpegEncoder ENCODER = new JpegEncoder(0.9, 320, 180);

    @Test
    void readsTheVideoThatWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("crossing.mp4");
        try (VideoWriter writer = new VideoWriter(file, 320, 180)) {
            for (int i = 0; i < 12; i++) {
                writer.write(Images.square(320, 180, 20 * i), 100_000L * i);
            }
        }

        CameraSource video = CameraSources.video(file.toString(), ENCODER);
        List<SourceFrame> frames = frames(video);

        assertThat(video.camera()).isEqualTo("crossing");
        assertThat(frames).hasSize(12);
        BufferedImage last = picture(frames.get(11));
        assertThat(last.getWidth()).isEqualTo(320);
        assertThat(last.getRGB(240, 90) & 0xFF)
                .as("blue, where the last square is")
                .isGreaterThan(200);
        assertThat(last.getRGB(240, 90) >> 16 & 0xFF).as("red").isLessThan(60);
    }

    @Test
    void opensAVideoAnewFromItsBeginning(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("v.mp4");
        try (VideoWriter writer = new VideoWriter(file, 320, 180)) {
            writer.write(Images.square(320, 180, 0), 0);
            writer.write(Images.square(320, 180, 9), 100_000);
        }
        CameraSource video = CameraSources.video("gate=" + file, ENCODER);

        assertThat(video.camera()).isEqualTo("gate");
        assertThat(frames(video)).hasSize(2);
        assertThat(frames(video)).hasSize(2);
    }

    @Test
    void takesImagesInTheOrderOfTheirNamesAndJpegsAsTheyAre(@TempDir Path folder) throws IOException {
        Images.save(Images.square(300, 150, 0), folder.resolve("b.jpg"));
        Images.save(Images.square(200, 100, 0), folder.resolve("a.png"));
        Files.writeString(folder.resolve("notes.txt"), "no image");

        List<SourceFrame> frames = frames(CameraSources.images("shots=" + folder, 5, ENCODER));

        assertThat(frames).hasSize(2);
        assertThat(picture(frames.get(0)).getWidth()).isEqualTo(200);
        assertThat(frames.get(1).jpeg()).isEqualTo(Files.readAllBytes(folder.resolve("b.jpg")));
    }

    @Test
    void scalesDownWhatIsTooLargeInItsProportions(@TempDir Path folder) throws IOException {
        Images.save(Images.square(640, 480, 0), folder.resolve("large.jpg"));

        BufferedImage picture = picture(
                frames(CameraSources.images(folder.toString(), 5, ENCODER)).get(0));

        assertThat(picture.getWidth()).isEqualTo(240);
        assertThat(picture.getHeight()).isEqualTo(180);
    }

    @Test
    void knowsTheTruthOfAStreetAndOfNothingElse() throws IOException {
        List<CameraSource> cameras = CameraSources.street("north=7", StreetSettings.defaults());

        try (FrameStream stream = cameras.get(1).open()) {
            assertThat(stream.skip()).isTrue();
            SourceFrame frame = stream.next().orElseThrow();

            assertThat(cameras)
                    .extracting(CameraSource::camera)
                    .containsExactly("north-cam-1", "north-cam-2", "north-cam-3");
            assertThat(requireNonNull(frame.truth()).frame().frameNumber()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/stream", "rtsp://", "rtsp://user:p ss@host/", "gate=", "/dev/video0"})
    void refusesWhatIsNoAddressOfACameraWithoutSpillingPasswords(String url) {
        assertThatThrownBy(() -> CameraSources.rtsp(url, ENCODER))
                .hasMessageContaining("--rtsp must be an address such as")
                .hasMessageNotContaining("p ss");
    }

    @Test
    void showsTheAddressOfACameraWithoutItsPassword() {
        CameraSource camera = CameraSources.rtsp("rtsp://admin:secret@10.0.0.7:8554/s?token=x", ENCODER);

        assertThat(camera.camera()).isEqualTo("10.0.0.7");
        assertThat(camera.description()).isEqualTo("rtsp://10.0.0.7:8554/s");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> CameraSources.video("gate=no.mp4", ENCODER))
                .hasMessageContainingAll("--video", "no.mp4");
        assertThatThrownBy(() -> CameraSources.images("no-folder", 5, ENCODER))
                .hasMessageContainingAll("--images", "no-folder");
    }

    @Test
    void saysInFfmpegsWordsWhyAFileIsNoVideo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.mp4"), "no video at all");

        assertThatThrownBy(() -> CameraSources.video(file.toString(), ENCODER).open())
                .isInstanceOf(IOException.class)
                .hasMessage("Invalid data found when processing input");
    }

    private static List<SourceFrame> frames(CameraSource source) throws IOException {
        List<SourceFrame> frames = new ArrayList<>();
        try (FrameStream stream = source.open()) {
            for (Optional<SourceFrame> frame = stream.next(); frame.isPresent(); frame = stream.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private static BufferedImage picture(SourceFrame frame) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
    }
}
