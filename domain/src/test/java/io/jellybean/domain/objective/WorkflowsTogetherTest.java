package io.jellybean.domain.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowsTogetherTest {

    @Test
    void areOneWorkflowWithAllPartsOfEach() {
        WorkflowsTogether together =
                new WorkflowsTogether(List.of(workflow("a", "see", "seen", 0.5), workflow("b", "look", "looked", 0.5)));

        Workflow workflow = together.workflow();

        assertThat(workflow.id()).isEqualTo("a+b");
        assertThat(workflow.sources()).extracting(Source::id).containsExactly("see-camera", "look-camera");
        assertThat(workflow.operators()).extracting(Operator::id).containsExactly("see", "look");
        assertThat(workflow.sinks()).extracting(Sink::topic).containsExactly("seen", "looked");
        assertThat(together.maxUtilisation()).isEqualTo(0.5);
    }

    @Test
    void oneAloneIsItself() {
        WorkflowAndObjective only = workflow("a", "see", "seen", 0.5);

        assertThat(WorkflowsTogether.of(only).workflow()).isEqualTo(only.workflow());
    }

    @Test
    void cannotBeTheSameWorkflowTwice() {
        WorkflowAndObjective only = workflow("a", "see", "seen", 0.5);

        assertThat(WorkflowsTogether.clashes(List.of(only, only)))
                .singleElement()
                .asString()
                .contains("workflow a is given 2 times", "\"id\"");
    }

    @Test
    void cannotBothHaveASourceOrOperatorOfOneName() {
        List<String> clashes = WorkflowsTogether.clashes(
                List.of(workflow("a", "see", "seen", 0.5), workflow("b", "see", "looked", 0.5)));

        assertThat(clashes)
                .hasSize(2)
                .anySatisfy(clash -> assertThat(clash).contains("a and b", "\"see\"", "otherwise"))
                .anySatisfy(clash -> assertThat(clash).contains("a and b", "\"see-camera\""));
    }

    @Test
    void cannotBothWriteToOneTopic() {
        assertThat(WorkflowsTogether.clashes(
                        List.of(workflow("a", "see", "seen", 0.5), workflow("b", "look", "seen", 0.5))))
                .singleElement()
                .asString()
                .contains("topic \"seen\"", "sinks");
    }

    @Test
    void mustWantTheSameOfTheirWorkers() {
        WorkflowAndObjective shared = workflow("a", "see", "seen", 0.5);
        WorkflowAndObjective exclusive = new WorkflowAndObjective(
                workflow("b", "look", "looked", 0.8).workflow(),
                new Objective(Map.of("look-camera", 1.0), 0.5, 0.8, WorkerSharing.EXCLUSIVE, null));

        List<String> clashes = WorkflowsTogether.clashes(List.of(shared, exclusive));

        assertThat(clashes)
                .hasSize(2)
                .anySatisfy(clash ->
                        assertThat(clash).contains("sharing is shared in workflow a but exclusive in workflow b"))
                .anySatisfy(clash ->
                        assertThat(clash).contains("maxUtilisation is 0.5 in workflow a but 0.8 in workflow b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkflowsTogether(List.of(shared, exclusive)))
                .withMessageContaining("sharing")
                .withMessageContaining("maxUtilisation");
    }

    private static WorkflowAndObjective workflow(String id, String operator, String topic, double maxUtilisation) {
        String camera = operator + "-camera";
        return new WorkflowAndObjective(
                new Workflow(
                        id,
                        List.of(Source.complete(camera, "frames", "edge")),
                        List.of(new Operator(operator, OperatorKind.DETECT, List.of("small"), false, null)),
                        List.of(new Channel(camera, operator)),
                        List.of(new Sink(operator, topic))),
                new Objective(Map.of(camera, 1.0), 0.5, maxUtilisation, WorkerSharing.SHARED, null));
    }
}
