package io.jellybean.cli.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.jspecify.annotations.Nullable;

/** The pictures of a video, one after the other. Not thread-safe. */
public final class VideoReader implements AutoCloseable {

    /** A camera that is silent for so long is given up; the caller may open it anew. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final FFmpegFrameGrabber grabber;
    private final Java2DFrameConverter converter = new Java2DFrameConverter();

    private VideoReader(FFmpegFrameGrabber grabber) {
        this.grabber = grabber;
    }

    /**
     * Opens a file of any format that ffmpeg knows; one that refers to addresses in the network cannot reach them.
     *
     * @throws IOException if it is no video
     */
    public static VideoReader file(Path file) throws IOException {
        return open("file:" + file, Map.of("protocol_whitelist", "file"));
    }

    /**
     * Connects to a camera over TCP.
     *
     * @param url such as {@code rtsp://host:554/stream}
     * @throws IOException if it does not answer within seconds, or sends no video
     */
    public static VideoReader rtsp(String url) throws IOException {
        return open(
                url,
                Map.of(
                        "rtsp_transport", "tcp",
                        "allowed_media_types", "video",
                        "timeout", String.valueOf(SILENCE.toMillis() * 1_000),
                        "protocol_whitelist", "rtsp,rtp,tcp,tls,crypto"));
    }

    private static VideoReader open(String url, Map<String, String> options) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET); // what goes wrong is told by exceptions
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(url);
        grabber.setOptions(options);
        try {
            grabber.startUnsafe(true); // start() would let every camera wait for one that does not answer
            return new VideoReader(grabber);
        } catch (IOException unusable) {
            grabber.close();
            throw FfmpegFailure.explained(unusable);
        }
    }

    /** The rate that the video says it has. */
    public double framesPerSecond() {
        return grabber.getVideoFrameRate();
    }

    /** The next picture, which is valid until the one after it; empty at the end. */
    public Optional<BufferedImage> next() throws IOException {
        return Optional.ofNullable(grab()).map(converter::convert);
    }

    /** Passes over a picture; false at the end. */
    public boolean skip() throws IOException {
        return grab() != null;
    }

    private @Nullable Frame grab() throws IOException {
        try {
            return grabber.grabImage();
        } catch (IOException broken) {
            throw FfmpegFailure.explained(broken);
        }
    }

    @Override
    public void close() throws IOException {
        converter.close();
        grabber.close();
    }
}
