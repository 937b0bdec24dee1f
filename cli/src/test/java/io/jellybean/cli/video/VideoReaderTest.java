package io.jellybean.cli.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoReaderTest {

    /**
     * Made with {@code ffmpeg -f lavfi -i testsrc2=size=160x90:rate=10:duration=2 -c:v libx265 -crf 30 -tag:v hvc1 h265.mp4}: ours
     * can read H.265, but not write it.
     */
    @Test
    void readsH265(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("h265.mp4");
        try (var resource = Objects.requireNonNull(VideoReaderTest.class.getResourceAsStream("h265.mp4"))) {
            Files.copy(resource, file);
        }

        int frames = 0;
        try (VideoReader video = VideoReader.file(file)) {
            assertThat(video.framesPerSecond()).isEqualTo(10);
            for (Optional<BufferedImage> picture = video.next(); picture.isPresent(); picture = video.next()) {
                assertThat(picture.get().getWidth()).isEqualTo(160);
                assertThat(picture.get().getHeight()).isEqualTo(90);
                frames++;
            }
        }

        assertThat(frames).isEqualTo(20);
    }
}
