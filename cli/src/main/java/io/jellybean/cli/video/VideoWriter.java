package io.jellybean.cli.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Writes pictures into an mp4 (H.264). Not thread-safe. */
public final class VideoWriter implements AutoCloseable {

    /** Of the video's clock: moments are rounded to it, and of two pictures within one tick the second is left out. */
    private static final int TICKS_PER_SECOND = 60;

    private static final int BITS_PER_PIXEL_AND_SECOND = 10;
    private static final int LEAST_BITS_PER_SECOND = 1_000_000;

    private final FFmpegFrameRecorder recorder;
    private final Java2DFrameConverter converter = new Java2DFrameConverter();
    private final int width;
    private final int height;
    private long lastTick = -1;

    /**
     * Creates the file, or replaces it.
     *
     * @param width of the pictures; H.264 wants even numbers, so a last odd column or row is cut off
     * @throws IOException if it cannot be written
     */
    public VideoWriter(Path file, int width, int height) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        this.width = width & ~1;
        this.height = height & ~1;
        recorder = new FFmpegFrameRecorder(file.toString(), this.width, this.height);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(TICKS_PER_SECOND);
        recorder.setVideoBitrate(Math.max(LEAST_BITS_PER_SECOND, this.width * this.height * BITS_PER_PIXEL_AND_SECOND));
        try {
            recorder.start();
        } catch (IOException failed) {
            recorder.close();
            throw FfmpegFailure.explained(failed);
        }
    }

    /**
     * Adds a picture of the size of the video.
     *
     * @param micros after the beginning; more than with the picture before
     */
    public void write(BufferedImage picture, long micros) throws IOException {
        long tick = Math.round(micros * TICKS_PER_SECOND / 1e6);
        if (tick > lastTick) {
            lastTick = tick;
            recorder.setTimestamp(micros);
            recorder.record(converter.convert(bgr(picture)));
        }
    }

    /** Finishes the file; without it no player can play it. */
    @Override
    public void close() throws IOException {
        converter.close();
        recorder.close();
    }

    private BufferedImage bgr(BufferedImage picture) {
        BufferedImage same = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = same.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return same;
    }
}
