package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExampleFilesTest {

    private static final Path EXAMPLE = Path.of("../examples/vehicle-tracking");

    @Test
    void readsTheWorkflowWithItsObjective() {
        WorkflowAndObjective read = WorkflowFile.read(EXAMPLE.resolve("workflow.yaml"));

        Operator track = read.workflow().operator("track");
        assertThat(track.needsModel()).isFalse();
        assertThat(track.stateful()).isTrue();
        assertThat(track.maxSlots()).isEqualTo(3);
        assertThat(read.objective().requestsPerSecondBySource()).containsEntry("cameras", 45.0);
        assertThat(read.objective().sharing()).isEqualTo(WorkerSharing.SHARED);
        assertThat(read.objective().maxLatency()).isNull();
    }

    @Test
    void readsWorkflowsThatRecogniseVehiclesAndThatAnswerSpokenQuestions() {
        Workflow association = WorkflowFile.read(Path.of("../examples/vehicle-tracking/workflow.yaml"))
                .workflow();
        Workflow questions = WorkflowFile.read(Path.of("../examples/spoken-vqa/workflow.yaml"))
                .workflow();

        assertThat(association.operators())
                .extracting(Operator::kind)
                .containsExactly(OperatorKind.DETECT, OperatorKind.EMBED, OperatorKind.TRACK, OperatorKind.ASSOCIATE);
        assertThat(questions.operators())
                .extracting(Operator::kind)
                .containsExactly(OperatorKind.RECOGNISE, OperatorKind.EXTRACT, OperatorKind.ANSWER);
    }

    @Test
    void readsTheInfrastructure() {
        Infrastructure read = InfrastructureFile.read(EXAMPLE.resolve("infrastructure.yaml"));

        assertThat(read.tiers()).containsExactly("edge", "hub", "cloud");
        assertThat(read.groups().get(0).memoryBytes()).isEqualTo(640_000_000);
        assertThat(read.link("edge", "cloud").orElseThrow().roundTrip()).isEqualTo(Duration.ofMillis(30));
        assertThat(read.link("cloud", "edge")).isEmpty();
    }
}
