package io.jellybean.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.kafka.KafkaTopics;
import io.jellybean.jobs.spec.Deployables;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.Rehearsal;
import io.jellybean.jobs.spec.Vertex;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class JobGraphTest {

    private final JobSpec spec = JobSpecCompiler.compile(Deployables.detectOnEdgeAndCloud(WorkerSharing.SHARED));
    private final StreamGraph graph = graph(spec);

    @Test
    void hasEveryVertexWithItsUidItsParallelismAndItsSlots() {
        for (Vertex vertex : spec.vertices()) {
            assertThat(nodesOf(vertex.uid())).as(vertex.uid()).isNotEmpty().allSatisfy(node -> {
                assertThat(node.getParallelism()).isEqualTo(vertex.parallelism());
                assertThat(node.getSlotSharingGroup())
                        .isEqualTo(vertex.slotGroup().name());
            });
        }
    }

    /** A slot-sharing group without a profile would land on any TaskManager. */
    @Test
    void everySlotAsksForWhatOnlyItsTierOffers() {
        for (Vertex vertex : spec.vertices()) {
            var profile =
                    graph.getSlotSharingGroupResource(vertex.slotGroup().name()).orElseThrow();

            assertThat(profile.getExtendedResources().keySet())
                    .containsExactlyInAnyOrderElementsOf(vertex.slotGroup().externalResources());
            assertThat(profile.getTaskHeapMemory().getBytes())
                    .isEqualTo(vertex.slotGroup().memory().slotHeapBytes());
        }
        assertThat(graph.getStreamNodes())
                .extracting(StreamNode::getSlotSharingGroup)
                .doesNotContain("default");
    }

    /** Nothing of it may stay: no record, no checkpoint. */
    @Test
    void aRehearsalEndsAndKeepsNothing() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        new JobGraph(
                        environment,
                        Rehearsal.of(spec, "cloud/vm", 1),
                        new KafkaTopics("127.0.0.1:9092", "jellybean-street").rehearsing())
                .build();
        StreamGraph rehearsal = environment.getStreamGraph();

        assertThat(rehearsal.getCheckpointConfig().isCheckpointingEnabled()).isFalse();
        assertThat(rehearsal.getStreamNodes())
                .extracting(StreamNode::getSlotSharingGroup)
                .containsOnly("cloud/vm");
    }

    @Test
    void keepsTheStateOfTheTrackerUnderItsBareId() {
        assertThat(nodesOf("track")).hasSize(1);
        assertThat(graph.getStreamNodes())
                .filteredOn(node -> node.getStatePartitioners().length > 0)
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder("track", "ingest-cameras");
    }

    /** By key, and yet without an exchange: all keys are in the one reader. */
    @Test
    void oneReaderAndItsIngestAreOneTask() {
        JobSpec ofOneSlot = Rehearsal.of(spec, "cloud/vm", 1);

        assertThat(tasksOf("ingest-cameras", graph(ofOneSlot)))
                .singleElement()
                .isIn(tasksOf("source-cameras", graph(ofOneSlot)));
        assertThat(tasksOf("ingest-cameras", graph)).doesNotContainAnyElementsOf(tasksOf("source-cameras", graph));
    }

    @Test
    void refusesToSerialiseByReflection() {
        assertThat(graph.getExecutionConfig().getSerializerConfig().hasGenericTypesDisabled())
                .isTrue();
    }

    @Test
    void everyUidStandsOnce() {
        Map<String, Long> count = graph.getStreamNodes().stream()
                .filter(node -> node.getTransformationUID() != null)
                .collect(Collectors.groupingBy(StreamNode::getTransformationUID, TreeMap::new, Collectors.counting()));

        assertThat(Set.copyOf(count.values())).containsExactly(1L);
    }

    @Test
    void servesEveryKindOfOperatorAndKeepsTheStateOfEachUnderItsBareId() {
        for (DeployablePlan plan : List.of(Deployables.tracking(), Deployables.answering())) {
            JobSpec whole = JobSpecCompiler.compile(plan);
            StreamGraph served = graph(whole);
            Set<String> uids = served.getStreamNodes().stream()
                    .map(node -> String.valueOf(node.getTransformationUID()))
                    .collect(Collectors.toSet());

            assertThat(uids)
                    .containsAll(whole.operators().stream().map(Vertex::uid).toList());
            assertThat(whole.operators())
                    .filteredOn(
                            vertex -> plan.workflow().operator(vertex.node()).stateful())
                    .allMatch(vertex -> vertex.uid().equals(vertex.node()));
        }
    }

    private Collection<StreamNode> nodesOf(String uid) {
        return graph.getStreamNodes().stream()
                .filter(node -> String.valueOf(node.getTransformationUID()).startsWith(uid)
                        || List.of(node.getOperatorName().split(": ", -1)).contains(uid))
                .toList();
    }

    private static List<String> tasksOf(String uid, StreamGraph graph) {
        return StreamSupport.stream(graph.getJobGraph().getVertices().spliterator(), false)
                .map(JobVertex::getName)
                .filter(name -> name.contains(uid))
                .toList();
    }

    private static StreamGraph graph(JobSpec spec) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        new JobGraph(environment, spec, new KafkaTopics("127.0.0.1:1", "test")).build();
        return environment.getStreamGraph();
    }
}
