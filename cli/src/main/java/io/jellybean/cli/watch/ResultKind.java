package io.jellybean.cli.watch;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a result topic holds, and how a person reads it. The names are those that topics usually have. */
enum ResultKind {
    TRACKS(ResultJson.TRACKED_FRAME, ResultKind::tracked),
    VEHICLES(ResultJson.ASSOCIATED_TRACK, ResultKind::associated),
    DETECTIONS(ResultJson.DETECTED_FRAME, ResultKind::detected),
    ANSWERS(ResultJson.ANSWERED_QUESTION, ResultKind::answered),
    REJECTED(ResultJson.REJECTED_FRAME, ResultKind::rejected);

    @SuppressWarnings("ImmutableEnumChecker") // it only calls what is constant
    private final Function<byte[], String> text;

    <T> ResultKind(ResultJson<T> json, Function<T, String> text) {
        this.text = bytes -> text.apply(json.decode(bytes));
    }

    /** The name of the kind, and of its topic unless somebody named that otherwise. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * One line without a line feed.
     *
     * @throws java.io.UncheckedIOException if the record is not of this kind
     */
    String text(byte[] record) {
        return text.apply(record);
    }

    private static String tracked(TrackedFrame frame) {
        String vehicles = frame.vehicles().stream()
                .map(vehicle -> "%s %d at %.0f,%.0f"
                        .formatted(vehicle.label(), vehicle.trackId(), vehicle.left(), vehicle.top()))
                .collect(Collectors.joining("; "));
        return frame(frame.camera(), frame.number(), frame.vehicles().size(), vehicles);
    }

    private static String detected(DetectedFrame frame) {
        String vehicles = frame.vehicles().stream()
                .map(vehicle -> "%s %.0f %% at %.0f,%.0f"
                        .formatted(vehicle.label(), 100 * vehicle.score(), vehicle.left(), vehicle.top()))
                .collect(Collectors.joining("; "));
        return frame(frame.camera(), frame.number(), frame.vehicles().size(), vehicles);
    }

    private static String frame(String camera, long number, int count, String vehicles) {
        return count == 0
                ? "%s frame %d: no vehicle".formatted(camera, number)
                : "%s frame %d: %d %s: %s"
                        .formatted(camera, number, count, count == 1 ? "vehicle" : "vehicles", vehicles);
    }

    private static String associated(AssociatedTrack track) {
        return "%s track %d is vehicle %d".formatted(track.camera(), track.trackId(), track.vehicleId());
    }

    private static String answered(AnsweredQuestion answer) {
        return answer.outcome().equals(AnsweredQuestion.ANSWERED)
                ? "%s \"%s\": %s (%.0f %%)"
                        .formatted(answer.request(), answer.question(), answer.answer(), 100 * answer.confidence())
                : "%s %s: %s".formatted(answer.request(), answer.outcome(), answer.message());
    }

    private static String rejected(RejectedFrame frame) {
        return "%s %s: %s (%s)".formatted(frame.camera(), frame.reason(), frame.message(), frame.operator());
    }
}
