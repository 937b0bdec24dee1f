package io.jellybean.simulator;

import java.util.List;

/**
 * A frame of one camera and what is truly in it.
 *
 * @param cameraId such as {@code cam-1}
 * @param frameNumber from 0; frame n is taken at n / framesPerSecond seconds
 * @param jpeg the encoded picture; belongs to the receiver
 * @param truth the vehicles that count as seen, see {@link VehicleBox}, farthest lane first
 * @param glimpses the other vehicles of which something shows, too little or too small to count as seen; what is said about a frame
 *     should hold with and without them
 */
@SuppressWarnings("ArrayRecordComponent") // A picture is handed on, not copied, and frames are never compared.
public record CameraFrame(
        String cameraId, long frameNumber, byte[] jpeg, List<VehicleBox> truth, List<VehicleBox> glimpses) {
    public CameraFrame {
        truth = List.copyOf(truth);
        glimpses = List.copyOf(glimpses);
    }
}
