package io.jellybean.cli.demo;

import io.jellybean.cli.evaluate.VehicleIdentities;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.simulator.CameraFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went into the workflow that tracks, and what came out.
 *
 * @param sent the frames, each with the moment it was captured
 * @param detections null if no topic has them
 * @param vehicles the vehicles of the tracks; null if no topic has them
 */
record VehicleRun(
        StreetRecording recording,
        List<SentFrame> sent,
        @Nullable List<Received<DetectedFrame>> detections,
        List<Received<TrackedFrame>> tracks,
        @Nullable List<Received<AssociatedTrack>> vehicles) {

    List<SentFrame> goodFrames() {
        return sent.stream().filter(frame -> !frame.frame().isBad()).toList();
    }

    long badFramesSent() {
        return sent.size() - (long) goodFrames().size();
    }

    /** What the recording knows of a good frame. */
    CameraFrame recorded(SentFrame frame) {
        return recording.frames(frame.frame().camera()).get(frame.frame().recording());
    }

    /** Which vehicle each track is of, as far as was decided. */
    VehicleIdentities identities() {
        VehicleIdentities identities = new VehicleIdentities(recording.cameras());
        if (vehicles != null) {
            vehicles.stream()
                    .map(Received::result)
                    .forEach(track -> identities.note(track.camera(), track.trackId(), track.vehicleId()));
        }
        return identities;
    }

    /** How many tracks there are, in all cameras. */
    int trackCount() {
        return (int) tracks.stream()
                .map(Received::result)
                .flatMap(
                        frame -> frame.vehicles().stream().map(vehicle -> new Track(frame.camera(), vehicle.trackId())))
                .distinct()
                .count();
    }

    private record Track(String camera, long trackId) {}

    /**
     * A frame that the broker has.
     *
     * @param capturedAtMillis milliseconds since 1970 UTC
     */
    record SentFrame(TimedFrame frame, long capturedAtMillis) {}
}
