package io.jellybean.domain.workflow;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private static final Source CAMERAS = Source.complete("cameras", "frames", "edge");
    private static final Operator DETECT = operator("detect");
    private static final Operator TRACK = operator("track");
    private static final Sink TRACKS = new Sink("track", "tracks");

    @Test
    void namesTheCycle() {
        List<Channel> channels = List.of(
                new Channel("cameras", "detect"), new Channel("detect", "track"), new Channel("track", "detect"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflow(List.of(DETECT, TRACK), channels))
                .withMessageContaining("circle")
                .withMessageContaining("detect -> track -> detect");
    }

    @Test
    void namesTheOperatorThatDoesNotExist() {
        List<Channel> channels = List.of(new Channel("cameras", "detekt"), new Channel("detect", "track"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflow(List.of(DETECT, TRACK), channels))
                .withMessageContaining("\"detekt\"");
    }

    @Test
    void rejectsAnOperatorThatNoSourceReaches() {
        List<Channel> channels = List.of(new Channel("cameras", "track"), new Channel("detect", "track"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflow(List.of(DETECT, TRACK), channels))
                .withMessageContaining("operator detect is reached from no source");
    }

    @Test
    void rejectsAnOperatorWhoseResultsGoNowhere() {
        List<Channel> channels = List.of(new Channel("cameras", "detect"), new Channel("cameras", "track"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflow(List.of(DETECT, TRACK), channels))
                .withMessageContaining("results of detect go nowhere");
    }

    @Test
    void rejectsAnIdThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflow(List.of(TRACK, TRACK), List.of(new Channel("cameras", "track"))))
                .withMessageContaining("\"track\" stands twice");
    }

    private static Operator operator(String id) {
        return new Operator(id, OperatorKind.DETECT, List.of("small"), false, null);
    }

    private static Workflow workflow(List<Operator> operators, List<Channel> channels) {
        return new Workflow("street", List.of(CAMERAS), operators, channels, List.of(TRACKS));
    }
}
