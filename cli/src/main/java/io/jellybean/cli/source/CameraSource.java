package io.jellybean.cli.source;

import java.io.IOException;

/** A camera, or something that stands in for one. */
public interface CameraSource {

    /** The name of the camera, the key of its frames. */
    String camera();

    /** What it is, for people: without passwords. */
    String description();

    /**
     * Whether it sends when it likes, as cameras do, and what ends must begin again. Anything else is asked for a frame when one is
     * due.
     */
    boolean live();

    /**
     * Begins at the first frame, or where a camera happens to be.
     *
     * @throws IOException if it cannot be opened, perhaps only now
     */
    FrameStream open() throws IOException;
}
