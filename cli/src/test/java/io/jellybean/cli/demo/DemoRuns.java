package io.jellybean.cli.demo;

import io.jellybean.cli.deploy.Placements;
import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs as they might have gone. */
final class DemoRuns {

    /** From capture to result, milliseconds. */
    static final long LATENCY_MILLIS = 40;

    private static final long START_MILLIS = 1_000_000;
    private static final Placements AS_PLANNED = new Placements(Map.of(), List.of());

    private DemoRuns() {}

    /** Every vehicle is found where it is, and keeps one identity. */
    static VehicleRun perfect(StreetRecording recording, int badFrames) {
        List<VehicleRun.SentFrame> sent = new ArrayList<>();
        List<Received<DetectedFrame>> detections = new ArrayList<>();
        List<Received<TrackedFrame>> tracks = new ArrayList<>();
        for (TimedFrame frame : FeedSchedule.of(recording, badFrames)) {
            long captured = START_MILLIS + frame.dueMicros() / 1_000;
            long written = captured + LATENCY_MILLIS;
            sent.add(new VehicleRun.SentFrame(frame, captured));
            if (!frame.isBad()) {
                CameraFrame truth = recording.frames(frame.camera()).get(frame.recording());
                detections.add(new Received<>(detected(truth, frame, captured), written));
                tracks.add(new Received<>(tracked(truth, frame, captured), written));
            }
        }
        return new VehicleRun(recording, sent, detections, tracks, null);
    }

    /** The same run, but these are the tracks that came out. */
    static VehicleRun withTracks(VehicleRun run, List<Received<TrackedFrame>> tracks) {
        return new VehicleRun(run.recording(), run.sent(), run.detections(), tracks, run.vehicles());
    }

    /** The same run, and of each track it is told which vehicle it is of. */
    static VehicleRun withVehicles(VehicleRun run, UnaryOperator<Long> vehicleOfTrack) {
        List<Received<AssociatedTrack>> vehicles = run.tracks().stream()
                .map(Received::result)
                .flatMap(frame -> frame.vehicles().stream()
                        .map(vehicle -> new AssociatedTrack(
                                frame.camera(), vehicle.trackId(), vehicleOfTrack.apply(vehicle.trackId()), 0)))
                .distinct()
                .map(track -> new Received<>(track, START_MILLIS))
                .toList();
        return new VehicleRun(run.recording(), run.sent(), run.detections(), run.tracks(), vehicles);
    }

    /** Questions, and an outcome for each of them: the first is asked by {@code question-1}. */
    static QuestionRun answered(List<String> outcomes) {
        List<QuestionRun.SentQuestion> asked = new ArrayList<>();
        List<Received<AnsweredQuestion>> answers = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String request = "question-" + (i + 1);
            SpokenSentence spoken = new SpokenSentence("how many cars are there", new byte[0]);
            asked.add(new QuestionRun.SentQuestion(
                    new TimedQuestion(request, 0, "cam-1", new byte[0], spoken, "2"), START_MILLIS));
            String answer = outcomes.get(i).equals(AnsweredQuestion.ANSWERED) ? "2" : "";
            answers.add(new Received<>(
                    new AnsweredQuestion(request, START_MILLIS, outcomes.get(i), "", answer, 0.9, ""),
                    START_MILLIS + LATENCY_MILLIS));
        }
        return new QuestionRun(asked, answers);
    }

    /** Both workflows, placed as planned. */
    static DemoRun of(@Nullable VehicleRun vehicles, @Nullable QuestionRun questions, int rejected) {
        List<Received<RejectedFrame>> rejections = IntStream.range(0, rejected)
                .mapToObj(i -> new Received<>(
                        new RejectedFrame("cam-1", START_MILLIS, "ingest-cameras", "empty", "it has no bytes", 0),
                        START_MILLIS))
                .toList();
        return new DemoRun(vehicles, questions, rejections, AS_PLANNED, null, null, 0);
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
