package io.jellybean.cli.demo;

import io.jellybean.cli.deploy.Placements;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.result.TrackedVehicle;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.VehicleBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs as they might have gone. */
final class DemoRuns {

    /** From capture to result, milliseconds. */
    static final long LATENCY_MILLIS = 40;

    private static final long START_MILLIS = 1_000_000;
    private static final Placements AS_PLANNED = new Placements(Map.of(), List.of());

    private DemoRuns() {}

    /** Every vehicle is found where it is, and keeps one identity. */
    static DemoRun perfect(StreetRecording recording, int badFrames) {
        List<DemoRun.SentFrame> sent = new ArrayList<>();
        List<Received<DetectedFrame>> detections = new ArrayList<>();
        List<Received<TrackedFrame>> tracks = new ArrayList<>();
        List<Received<RejectedFrame>> rejections = new ArrayList<>();
        for (TimedFrame frame : FeedSchedule.of(recording, 10, badFrames)) {
            long captured = START_MILLIS + frame.dueMicros() / 1_000;
            long written = captured + LATENCY_MILLIS;
            sent.add(new DemoRun.SentFrame(frame, captured));
            if (frame.isBad()) {
                RejectedFrame rejected = new RejectedFrame(
                        frame.camera(), captured, "ingest-cameras", "empty", "it has no bytes", frame.bytes().length);
                rejections.add(new Received<>(rejected, written));
            } else {
                CameraFrame truth = recording.frames(frame.camera()).get(frame.recording());
                detections.add(new Received<>(detected(truth, frame, captured), written));
                tracks.add(new Received<>(tracked(truth, frame, captured), written));
            }
        }
        return new DemoRun(recording, sent, detections, tracks, rejections, AS_PLANNED, 0);
    }

    /** The same run, but these are the tracks that came out. */
    static DemoRun withTracks(DemoRun run, List<Received<TrackedFrame>> tracks) {
        return new DemoRun(
                run.recording(),
                run.sent(),
                run.detections(),
                tracks,
                run.rejections(),
                run.placements(),
                run.restarts());
    }

    private static DetectedFrame detected(CameraFrame truth, TimedFrame frame, long capturedAtMillis) {
        return new DetectedFrame(
                frame.camera(),
                frame.recording(),
                capturedAtMillis,
                640,
                360,
                truth.truth().stream().map(DemoRuns::detected).toList());
    }

    private static DetectedVehicle detected(VehicleBox box) {
        return new DetectedVehicle(
                box.type().label(), 0.9f, (float) box.left(), (float) box.top(), (float) box.width(), (float)
                        box.height());
    }

    private static TrackedFrame tracked(CameraFrame truth, TimedFrame frame, long capturedAtMillis) {
        return new TrackedFrame(
                frame.camera(),
                frame.recording(),
                capturedAtMillis,
                640,
                360,
                truth.truth().stream().map(DemoRuns::tracked).toList());
    }

    private static TrackedVehicle tracked(VehicleBox box) {
        return new TrackedVehicle(
                box.vehicleId(),
                box.type().label(),
                0.9f,
                (float) box.left(),
                (float) box.top(),
                (float) box.width(),
                (float) box.height());
    }
}
