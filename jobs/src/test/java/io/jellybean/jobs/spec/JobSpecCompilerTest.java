package io.jellybean.jobs.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.domain.objective.WorkerSharing;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSpecCompilerTest {

    private final JobSpec shared = JobSpecCompiler.compile(Deployables.detectOnEdgeAndCloud(WorkerSharing.SHARED));

    @Test
    void everyOperatorHasAVertexPerGroupAndOneSubtaskPerSlot() {
        assertThat(shared.operators())
                .extracting(Vertex::uid, Vertex::parallelism)
                .containsExactly(tuple("detect@cloud/vm", 4), tuple("detect@edge/box", 1), tuple("track", 3));
    }

    /** Its state finds the tracker again wherever the next plan puts it; it has no more subtasks than cameras. */
    @Test
    void aStatefulOperatorKeepsItsUidAndItsBound() {
        assertThat(shared.verticesOf("track"))
                .singleElement()
                .satisfies(track -> assertThat(track.uid()).isEqualTo("track"))
                .satisfies(track -> assertThat(track.parallelism()).isEqualTo(3));
    }

    @Test
    void aSlotAsksForItsTierAndItsWorkerType() {
        assertThat(shared.verticesOf("detect").get(1).slotGroup().externalResources())
                .containsExactly("tier-edge", "worker-box");
        assertThat(shared.ingests().get(0).slotGroup().externalResources()).containsExactly("ingest-edge");
    }

    @Test
    void operatorsOfAGroupStandInTheSameSlotsIfWorkersAreShared() {
        assertThat(shared.verticesOf("detect").get(0).slotGroup())
                .isEqualTo(shared.verticesOf("track").get(0).slotGroup());
    }

    @Test
    void operatorsOfAGroupStandApartIfWorkersAreExclusive() {
        JobSpec exclusive = JobSpecCompiler.compile(Deployables.detectOnEdgeAndCloud(WorkerSharing.EXCLUSIVE));

        assertThat(exclusive.verticesOf("detect").get(0).slotGroup().name())
                .isNotEqualTo(exclusive.verticesOf("track").get(0).slotGroup().name());
    }

    @Test
    void routesHaveTheFlowsOfThePlanAsWeights() {
        assertThat(shared.routes())
                .contains(
                        new Route(
                                "ingest-cameras",
                                "detect",
                                List.of(
                                        new Route.Share("detect@edge/box", 15),
                                        new Route.Share("detect@cloud/vm", 30))),
                        new Route("detect@edge/box", "track", List.of(new Route.Share("track", 15))));
    }

    @Test
    void resultsAreWrittenWhereMostOfThemAriseAndRejectionsBesideTheBroker() {
        assertThat(shared.sinks())
                .extracting(Vertex::uid, vertex -> vertex.slotGroup().name(), Vertex::parallelism)
                .containsExactly(
                        tuple("topic-detections", "cloud/vm", 4),
                        tuple("topic-tracks", "cloud/vm", 3),
                        tuple("topic-rejected", "ingest-edge", 2));
    }

    @Test
    void refusesToSpreadState() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobSpecCompiler.compile(Deployables.trackOnEdgeAndCloud()))
                .withMessageContainingAll("track", "stateful", "edge/box", "cloud/vm");
    }

    @Test
    void refusesASourceWhereNothingTakesFramesIn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobSpecCompiler.compile(Deployables.withoutIngest()))
                .withMessageContainingAll("cameras", "cloud", "ingest", "Maybe");
    }
}
