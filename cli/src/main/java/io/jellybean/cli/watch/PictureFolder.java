package io.jellybean.cli.watch;

import io.jellybean.cli.source.JpegEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves each picture as {@code CAMERA-MILLIS.jpg}. */
final class PictureFolder implements PictureSink {

    private static final JpegEncoder ENCODER = new JpegEncoder(0.9, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final Path folder;

    PictureFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    @Override
    public void take(String camera, long capturedAtMillis, BufferedImage picture) throws IOException {
        Files.write(folder.resolve("%s-%d.jpg".formatted(camera, capturedAtMillis)), ENCODER.encode(picture));
    }

    @Override
    public void close() {
        // each file is finished when it is written
    }
}
