package io.jellybean.cli.feed;

import io.jellybean.cli.source.SourceFrame;
import java.io.IOException;

/** Where frames go. Called by one thread for each camera at once. */
interface FrameOutlet {

    /**
     * Takes a frame as captured now.
     *
     * @param number of the frame among those sent for this camera, from 0
     * @throws IOException if this frame cannot be taken; others can
     * @throws io.jellybean.cli.CommandFailedException if no frame can be taken any more
     */
    void take(String camera, long number, SourceFrame frame) throws IOException;
}
