package io.jellybean.cli.profile;

import io.jellybean.operators.tracking.TrackerSettings;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.tracking.TrackerStep;
import io.jellybean.operators.tracking.VehicleTracker;
import io.jellybean.operators.vision.Detection;
import java.time.Duration;
import java.util.List;

/** Measures a tracker on the detections of the sample frames. */
final class TrackerMeasurement {

    private final SampleFrames sample;
    private final Duration duration;

    TrackerMeasurement(SampleFrames sample, Duration duration) {
        this.sample = sample;
        this.duration = duration;
    }

    OperatorMeasurement of(List<List<Detection>> detections) {
        repeat(new Stopwatch(), duration.dividedBy(3), detections);
        Stopwatch stopwatch = new Stopwatch();
        repeat(stopwatch, duration, detections);
        return new OperatorMeasurement(stopwatch.median(), 0, List.of());
    }

    private void repeat(Stopwatch stopwatch, Duration time, List<List<Detection>> detections) {
        VehicleTracker tracker = new VehicleTracker(TrackerSettings.defaults());
        double secondsPerFrame = 1 / sample.framesPerSecond();
        long end = System.nanoTime() + time.toNanos();
        TrackerStep[] last = {new TrackerStep(TrackerState.initial(), List.of())};
        for (int frame = 0; System.nanoTime() < end; frame++) {
            List<Detection> seen = detections.get(frame % detections.size());
            stopwatch.time(() -> last[0] = tracker.step(last[0].next(), seen, secondsPerFrame));
        }
    }
}
