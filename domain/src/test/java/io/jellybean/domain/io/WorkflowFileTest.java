package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jellybean.domain.workflow.Delivery;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

    private static final String LIVE_EXACTLY_ONCE = """
            format: jellybean-workflow/1
            id: street
            sources:
              - {id: cameras, topic: frames, tier: edge, policy: live, maxAgeMs: 250}
            operators:
              - {id: detect, kind: detect, variants: [some-detector]}
            channels:
              - {from: cameras, to: detect}
            sinks:
              - {from: detect, topic: boxes, delivery: exactly-once}
            objective:
              requestsPerSecond: {cameras: 45}
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

    @Test
    void readsWhatIsDroppedAndHowOftenResultsAreWritten() {
        String text = LIVE_EXACTLY_ONCE;

        Workflow workflow = WorkflowFile.parse("workflow.yaml", text).workflow();

        assertThat(workflow.sources()).containsExactly(new Source("cameras", "frames", "edge", Duration.ofMillis(250)));
        assertThat(workflow.sinks()).containsExactly(new Sink("detect", "boxes", Delivery.EXACTLY_ONCE));
    }

    @Test
    void aLiveSourceIsAsFreshAsTheObjectiveWantsUnlessItSaysSo() {
        String text = LIVE_EXACTLY_ONCE.replace(", maxAgeMs: 250", "");

        assertThat(maxAge(text)).isEqualTo(Duration.ofSeconds(1));
        assertThat(maxAge(text + "  maxLatencyMs: 400")).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void anAgeHasNoMeaningWhereEveryRequestIsServed() {
        String text = LIVE_EXACTLY_ONCE.replace("live", "complete");

        assertThat(catchThrowableOfType(BadInputException.class, () -> WorkflowFile.parse("workflow.yaml", text)))
                .hasMessageContaining("maxAgeMs")
                .hasMessageContaining("policy: live");
    }

    private static @Nullable Duration maxAge(String text) {
        return WorkflowFile.parse("workflow.yaml", text)
                .workflow()
                .sources()
                .get(0)
                .maxAge();
    }
}
