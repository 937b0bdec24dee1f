package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.domain.workflow.OperatorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoInputsTest {

    private static final Path TRACKING = Path.of("../examples/vehicle-tracking/workflow.yaml");
    private static final Path QUESTIONS = Path.of("../examples/spoken-vqa/workflow.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void readsBothExamplesWithTheirAccuracy() {
        DemoInputs inputs = read(TRACKING, QUESTIONS);

        assertThat(inputs.workflows())
                .extracting(played -> played.accuracy().metric())
                .containsExactly("multi-camera IDF1", "exact match");
        assertThat(inputs.rateInto(OperatorKind.DETECT)).isEqualTo(45);
        assertThat(inputs.rateInto(OperatorKind.RECOGNISE)).isEqualTo(2);
        assertThat(inputs.topics().of(OperatorKind.ASSOCIATE)).contains("vehicles");
        assertThat(inputs.topics().into(OperatorKind.EXTRACT)).contains("asked-frames");
    }

    @Test
    void oneWorkflowWillDo() {
        assertThat(read(QUESTIONS).rateInto(OperatorKind.DETECT)).isZero();
    }

    @Test
    void tellsThatAWorkflowCannotBeComparedWithTheTruth() throws IOException {
        Path onlyDetects = Files.writeString(folder.resolve("workflow.yaml"), """
                format: jellybean-workflow/1
                id: only-detects
                sources: [{id: eyes, topic: frames, tier: edge}]
                operators: [{id: look, kind: detect, variants: [vehicle-detector-s]}]
                channels: [{from: eyes, to: look}]
                sinks: [{from: look, topic: seen}]
                objective: {requestsPerSecond: {eyes: 5}, minAccuracy: 0}
                """);

        assertThatThrownBy(() -> read(onlyDetects))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("workflow only-detects cannot be compared with the truth")
                .hasMessageContaining("sinks");
    }

    @Test
    void playsOneWorkflowOfAKind() {
        assertThatThrownBy(() -> read(TRACKING, TRACKING))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("workflow vehicle-tracking is given 2 times")
                .hasMessageContaining("operators track, track are all of the kind track");
    }

    @Test
    void tellsThatNoProfileIsThere() throws IOException {
        Path lonely = Files.copy(TRACKING, folder.resolve("workflow.yaml"));

        assertThatThrownBy(() -> read(lonely))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("workflow vehicle-tracking: no profile says how accurate")
                .hasMessageContaining("jellybean evaluate");
    }

    private DemoInputs read(Path... workflows) {
        return DemoInputs.read(new DemoSettings(
                Stream.of(workflows).map(DemoSettings.WorkflowFiles::beside).toList(),
                Path.of("../examples/vehicle-tracking/infrastructure.yaml"),
                folder,
                5,
                0,
                false,
                1,
                LocalPorts.free()));
    }
}
