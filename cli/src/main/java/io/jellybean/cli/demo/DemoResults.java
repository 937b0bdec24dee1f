package io.jellybean.cli.demo;

import io.jellybean.domain.result.RejectedFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of both workflows.
 *
 * @param vehicles null if no workflow tracks
 * @param questions null if no workflow answers
 */
record DemoResults(
        @Nullable VehicleRun vehicles, @Nullable QuestionRun questions, List<Received<RejectedFrame>> rejections) {

    /** In a few words. */
    String summary() {
        List<String> parts = new ArrayList<>();
        if (vehicles != null) {
            parts.add("%d frames with tracks".formatted(vehicles.tracks().size()));
        }
        if (questions != null) {
            parts.add("%d answers".formatted(questions.answers().size()));
        }
        parts.add("%d rejected".formatted(rejections.size()));
        return String.join(", ", parts);
    }
}
