package io.jellybean.cli.watch;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;

/** Where annotated frames go. */
interface PictureSink extends Closeable {

    /** Takes a picture; those of a camera come in the order of their capture. */
    void take(String camera, long capturedAtMillis, BufferedImage picture) throws IOException;
}
