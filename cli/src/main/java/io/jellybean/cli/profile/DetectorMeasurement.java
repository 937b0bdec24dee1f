package io.jellybean.cli.profile;

import io.jellybean.domain.infrastructure.ExecutionProvider;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.DetectedVehicle;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.record.WireSize;
import io.jellybean.operators.vision.Detection;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures a detector: from JPEG to boxes, as the job does it. */
final class DetectorMeasurement {

    private final SampleFrames sample;
    private final Duration duration;

    DetectorMeasurement(SampleFrames sample, Duration duration) {
        this.sample = sample;
        this.duration = duration;
    }

    OperatorMeasurement of(String variant) {
        String sha256 = PackagedModels.manifest(variant).sha256();
        try (VehicleDetector detector = PackagedModels.openDetector(variant, sha256, ExecutionProvider.CPU)) {
            repeat(new Stopwatch(), duration.dividedBy(3), detector);
            Stopwatch stopwatch = new Stopwatch();
            repeat(stopwatch, duration, detector);
            List<List<Detection>> detections = new ArrayList<>();
            for (byte[] jpeg : sample.jpegs()) {
                detections.add(detector.detect(jpeg).detections());
            }
            return new OperatorMeasurement(stopwatch.median(), sentBytes(detections, detector), detections);
        } catch (RejectedFrameException unusable) {
            throw new IllegalArgumentException("a sample frame is unusable: " + unusable.getMessage(), unusable);
        }
    }

    private void repeat(Stopwatch stopwatch, Duration time, VehicleDetector detector) throws RejectedFrameException {
        long end = System.nanoTime() + time.toNanos();
        for (int frame = 0; System.nanoTime() < end; frame++) {
            byte[] jpeg = sample.jpegs().get(frame % sample.jpegs().size());
            stopwatch.time(() -> detector.detect(jpeg));
        }
    }

    private static long sentBytes(List<List<Detection>> detections, VehicleDetector detector) {
        List<String> labels = detector.manifest().labels();
        return Math.round(detections.stream()
                .mapToLong(frame -> WireSize.bytes(new DetectedFrame(
                        "cam-1",
                        0,
                        0,
                        1,
                        1,
                        frame.stream()
                                .map(seen -> new DetectedVehicle(labels.get(seen.label()), seen.score(), 0, 0, 0, 0))
                                .toList())))
                .average()
                .orElseThrow());
    }
}
