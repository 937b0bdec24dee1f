package io.jellybean.cli.demo;

import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the frames: counted, each frame once. */
final class Served {

    private final DemoRun run;
    private final Set<Frame> tracked;
    private final Set<Frame> detected;
    private final Latency latency;

    /** A frame is known by its camera and the moment of its capture. */
    private record Frame(String camera, long capturedAtMillis) {}

    Served(DemoRun run) {
        this.run = run;
        this.tracked = frames(run.tracks(), result -> new Frame(result.camera(), result.capturedAtMillis()));
        this.detected = frames(run.detections(), result -> new Frame(result.camera(), result.capturedAtMillis()));
        this.latency = Latency.of(run.tracks());
    }

    private static <T> Set<Frame> frames(List<Received<T>> received, Function<T, Frame> frame) {
        return received.stream().map(Received::result).map(frame).collect(Collectors.toCollection(HashSet::new));
    }

    long in() {
        return run.sent().size();
    }

    long out() {
        return tracked.size();
    }

    /** Good frames without a result on every topic. */
    long lost() {
        return run.goodFramesSent() - Math.min(tracked.size(), detected.size());
    }

    /** Records that came twice. */
    long doubled() {
        long records = (long) run.tracks().size() + run.detections().size();
        return records - tracked.size() - detected.size();
    }

    /** Bad frames that were sent and not refused. */
    long notRejected() {
        return run.badFramesSent() - rejected();
    }

    long rejected() {
        return run.rejections().size();
    }

    Map<String, Long> rejectedByReason() {
        return run.rejections().stream()
                .map(Received::result)
                .collect(Collectors.groupingBy(RejectedFrame::reason, TreeMap::new, Collectors.counting()));
    }

    /** Frames with results by the time from the first capture to the last result. */
    double framesPerSecond() {
        long first = run.sent().stream()
                .mapToLong(DemoRun.SentFrame::capturedAtMillis)
                .min()
                .orElse(0);
        long last = run.tracks().stream()
                .mapToLong(Received<TrackedFrame>::writtenAtMillis)
                .max()
                .orElse(0);
        return last > first ? 1_000.0 * out() / (last - first) : 0;
    }

    Latency latency() {
        return latency;
    }
}
