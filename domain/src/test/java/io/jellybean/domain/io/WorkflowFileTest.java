package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class WorkflowFileTest {

    private static final String THREE_MISTAKES = """
            format: jellybean-workflow/1
            id: street
            sources:
              - {id: cameras, topic: frames, tier: edge}
            operators:
              - {id: detect, kind: detekt, variants: [small]}
            channels:
              - {from: cameras, to: detect}
            sinks:
              - {from: detect, topics: boxes}
            objective:
              requestsPerSecond: {cameras: -45}
              minAccuracy: 0.8
            """;

    @Test
    void reportsAllMistakesWithTheirLines() {
        BadInputException bad = catchThrowableOfType(
                BadInputException.class, () -> WorkflowFile.parse("workflow.yaml", THREE_MISTAKES));

        assertThat(bad.mistakes())
                .extracting(mistake -> mistake.line() + " " + mistake.field())
                .contains(
                        "6 operators[0].kind",
                        "10 sinks[0].topic",
                        "10 sinks[0].topics",
                        "12 objective.requestsPerSecond.cameras");
    }

    @Test
    void wantsARateForEverySource() {
        String text = THREE_MISTAKES
                .replace("detekt", "detect")
                .replace("topics", "topic")
                .replace("{cameras: -45}", "{kameras: 45}");

        BadInputException bad =
                catchThrowableOfType(BadInputException.class, () -> WorkflowFile.parse("workflow.yaml", text));

        assertThat(bad).hasMessageContaining("requestsPerSecond").hasMessageContaining("kameras");
    }
}
