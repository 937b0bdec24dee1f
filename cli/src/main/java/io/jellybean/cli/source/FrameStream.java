package io.jellybean.cli.source;

import java.io.IOException;
import java.util.Optional;

/** The frames of a camera in order. Used by one thread. */
public interface FrameStream extends AutoCloseable {

    /** At which rate the frames were taken; 0 if that is not known. */
    double framesPerSecond();

    /** The next frame; empty at the end. */
    Optional<SourceFrame> next() throws IOException;

    /** Passes over a frame, which may be cheaper than to have it; false at the end. */
    boolean skip() throws IOException;

    @Override
    void close() throws IOException;
}
