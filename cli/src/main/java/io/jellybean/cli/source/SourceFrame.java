package io.jellybean.cli.source;

import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Questions;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a camera.
 *
 * @param jpeg belongs to the receiver
 * @param truth what is known to be in it; null for pictures of the real world
 */
@SuppressWarnings("ArrayRecordComponent") // A picture is handed on, not copied, and frames are never compared.
public record SourceFrame(byte[] jpeg, @Nullable Truth truth) {

    /**
     * What a street knows about its frame.
     *
     * @param frame with its vehicles
     * @param questions of the street
     */
    public record Truth(CameraFrame frame, Questions questions) {}
}
