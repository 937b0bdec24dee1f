package io.jellybean.cli.source;

import io.jellybean.cli.video.VideoReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A video file, or a camera that sends a video.
 *
 * @param opener opens the video anew each time
 */
record VideoSource(String camera, String description, boolean live, Opener opener, JpegEncoder encoder)
        implements CameraSource {

    /** Opens a video. */
    interface Opener {
        VideoReader open() throws IOException;
    }

    static VideoSource file(String camera, Path file, JpegEncoder encoder) {
        return new VideoSource(camera, file.toString(), false, () -> VideoReader.file(file), encoder);
    }

    static VideoSource rtsp(String camera, CameraUrl url, JpegEncoder encoder) {
        return new VideoSource(camera, url.shown(), true, () -> VideoReader.rtsp(url.value()), encoder);
    }

    @Override
    public FrameStream open() throws IOException {
        return new Pictures(opener.open());
    }

    private final class Pictures implements FrameStream {

        private final VideoReader video;

        private Pictures(VideoReader video) {
            this.video = video;
        }

        @Override
        public double framesPerSecond() {
            return video.framesPerSecond();
        }

        @Override
        public Optional<SourceFrame> next() throws IOException {
            Optional<BufferedImage> picture = video.next();
            return picture.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SourceFrame(encoder.encode(picture.get()), null));
        }

        @Override
        public boolean skip() throws IOException {
            return video.skip();
        }

        @Override
        public void close() throws IOException {
            video.close();
        }
    }
}
