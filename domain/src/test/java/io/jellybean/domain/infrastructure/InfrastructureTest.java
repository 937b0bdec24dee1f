package io.jellybean.domain.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

    private static final WorkerGroup EDGE_BOX = new WorkerGroup("edge", "edge-box", 1, 0.03, 1, 640_000_000);

    @Test
    void readsBackThePrintedNameOfAGroup() {
        assertThat(GroupId.parse(EDGE_BOX.id().toString())).isEqualTo(EDGE_BOX.id());
    }

    @Test
    void rejectsAWorkerWithANegativePrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerGroup("edge", "edge-box", 1, -0.03, 1, 640_000_000))
                .withMessageContaining("usdPerHour");
    }

    @Test
    void rejectsALinkToATierThatDoesNotExist() {
        Link link = new Link("edge", "moon", 0.1, null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Infrastructure("x", List.of("edge"), List.of(EDGE_BOX), List.of(link), List.of()))
                .withMessageContaining("\"moon\"");
    }

    @Test
    void rejectsTwoGroupsOfOneTierAndType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Infrastructure("x", List.of("edge"), List.of(EDGE_BOX, EDGE_BOX), List.of(), List.of()))
                .withMessageContaining("edge/edge-box");
    }

    @Test
    void rejectsATypeThatCannotNameAFlinkResource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerGroup("edge", "Edge Box", 1, 0.03, 1, 640_000_000))
                .withMessageContaining("type");
    }
}
