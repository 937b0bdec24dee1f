package io.jellybean.cli.watch;

import io.jellybean.cli.video.VideoWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes a video of each camera: {@code out.mp4} becomes {@code out-cam-1.mp4} and so on. A frame of another size is left out. */
final class CameraVideos implements PictureSink {

    private static final String ENDING = ".mp4";

    /** Each has an encoder of its own, which takes megabytes. */
    private static final int MOST_CAMERAS = 64;

    private final Path file;
    private final Map<String, Video> videoByCamera = new HashMap<>();

    private record Video(VideoWriter writer, long startMillis, int width, int height) {}

    /**
     * Writes beside this file.
     *
     * @param file ends with {@code .mp4}
     */
    CameraVideos(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
    }

    @Override
    public void take(String camera, long capturedAtMillis, BufferedImage picture) throws IOException {
        Video video = videoByCamera.get(camera);
        if (video == null) {
            if (videoByCamera.size() == MOST_CAMERAS) {
                return;
            }
            VideoWriter writer = new VideoWriter(fileOf(camera), picture.getWidth(), picture.getHeight());
            video = new Video(writer, capturedAtMillis, picture.getWidth(), picture.getHeight());
            videoByCamera.put(camera, video);
        }
        if (picture.getWidth() == video.width() && picture.getHeight() == video.height()) {
            video.writer().write(picture, 1_000 * (capturedAtMillis - video.startMillis()));
        }
    }

    private Path fileOf(String camera) {
        String name = file.getFileName().toString();
        String base = name.substring(0, name.length() - ENDING.length());
        return file.resolveSibling(base + "-" + camera + ENDING);
    }

    @Override
    public void close() throws IOException {
        for (Video video : videoByCamera.values()) {
            video.writer().close();
        }
    }
}
