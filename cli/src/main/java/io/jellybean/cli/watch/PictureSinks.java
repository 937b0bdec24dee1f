package io.jellybean.cli.watch;

import io.jellybean.cli.CommandFailedException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder, videos, or both. What cannot be written is a {@link CommandFailedException}. */
final class PictureSinks implements PictureSink {

    private final List<PictureSink> sinks = new ArrayList<>();

    PictureSinks(@Nullable Path folder, @Nullable Path video) {
        try {
            if (folder != null) {
                sinks.add(new PictureFolder(folder));
            }
            if (video != null) {
                sinks.add(new CameraVideos(video));
            }
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    @Override
    public void take(String camera, long capturedAtMillis, BufferedImage picture) {
        try {
            for (PictureSink sink : sinks) {
                sink.take(camera, capturedAtMillis, picture);
            }
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    @Override
    public void close() {
        try {
            for (PictureSink sink : sinks) {
                sink.close();
            }
        } catch (IOException unwritable) {
            throw failed(unwritable);
        }
    }

    private static CommandFailedException failed(IOException reason) {
        return new CommandFailedException(
                "pictures cannot be written: %s. Maybe name another place with --save-frames or --video."
                        .formatted(reason.getMessage()),
                reason);
    }
}
