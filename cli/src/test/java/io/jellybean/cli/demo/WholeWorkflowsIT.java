package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.rest.MetricSummary;
import io.jellybean.cli.cluster.rest.Vertex;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.operators.step.Frame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both workflows on a real broker and a real cluster of two tiers, the operators without state spread over both: the job gives the
 * same records as the same operators called in a plain loop.
 */
@Timeout(300)
final class WholeWorkflowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LIVE_FRAMES = 30;

    private static LocalCluster cluster;
    private static ServingSite site;

    @BeforeAll
    static void startTheCluster(@TempDir Path folder) throws InterruptedException {
        cluster = LocalCluster.start(
                Distribution.below(JellyBeanHome.ofThisBuild().root()),
                PlannedCluster.taskManagers(HandMadePlans.CORNER),
                LocalPorts.free(),
                folder.resolve("logs"));
        String kafka = cluster.kafka().bootstrapServers();
        site = new ServingSite(cluster.flink().rest(), kafka, kafka, PATIENCE);
        site.ensureTopics();
    }

    @AfterAll
    static void endTheCluster() {
        cluster.close();
    }

    @Test
    void tracksVehiclesAcrossCamerasAsAPlainLoopDoes() throws Exception {
        VehicleTrial.run(site, HandMadePlans.of(workflow("vehicle-tracking")));
    }

    @Test
    void answersQuestionsAsAPlainLoopDoesAndEveryRequestOnce() throws Exception {
        QuestionTrial.run(site, HandMadePlans.of(workflow("spoken-vqa")));
    }

    /** Old frames wait for a job that was down; nobody wants them any more, but every new one. */
    @Test
    void aLiveSourceServesWhatIsNewAndCountsWhatItDrops() throws Exception {
        // given
        new Topics(site.kafka()).ensure(List.of(Topic.frames("live-frames", 1), Topic.results("live-boxes", 1)));
        List<Frame> frames = TrialFrames.ofAStreet();
        int old = 100;
        try (KafkaProducer<byte[], byte[]> producer = site.producer()) {
            for (Frame frame : frames.subList(0, old)) {
                sendLive(producer, frame.name().capturedAtMillis(), frame.jpeg());
            }
        }

        // when
        String job = site.submit(HandMadePlans.of(liveDetection()));
        try (KafkaProducer<byte[], byte[]> producer = site.producer()) {
            for (Frame frame : frames.subList(old, old + LIVE_FRAMES)) {
                sendLive(producer, System.currentTimeMillis(), frame.jpeg());
            }
            producer.flush();

            // then: what the cluster knows of its workers may be some seconds old
            assertThat(site.read("live-boxes", ResultJson.DETECTED_FRAME, LIVE_FRAMES))
                    .extracting(DetectedFrame::number)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, LIVE_FRAMES).boxed().toList());
            cluster.flink()
                    .jobManager()
                    .awaitReady(
                            () -> metric(job, "ingest-live", "camera.cam-1.droppedFrames") == old
                                    && metric(job, "detect", "items") == LIVE_FRAMES,
                            PATIENCE);
            assertThat(metric(job, "detect", "computeCpuNanos")).isPositive();
            assertThat(metric(job, "detect", "computeMicros_p50")).isPositive();
            assertThat(metric(job, "detect", "queueMillis_p99")).isNotNegative();
            assertThat(metric(job, "detect", "nativeMemoryBytes")).isPositive();
        } finally {
            site.cancel(job);
        }
    }

    private static Workflow liveDetection() {
        String detector =
                workflow("vehicle-tracking").operator("detect").variants().get(0);
        return new Workflow(
                "live",
                List.of(new Source("live", "live-frames", "edge", Duration.ofSeconds(30))),
                List.of(new Operator("detect", OperatorKind.DETECT, List.of(detector), false, null)),
                List.of(new Channel("live", "detect")),
                List.of(new Sink("detect", "live-boxes")));
    }

    private static void sendLive(KafkaProducer<byte[], byte[]> producer, long capturedAtMillis, byte[] jpeg) {
        ServingSite.send(
                producer, new ProducerRecord<>("live-frames", null, capturedAtMillis, "cam-1".getBytes(UTF_8), jpeg));
    }

    /** Over all subtasks of all vertices of an operator; not a number while nobody knows it. */
    private static double metric(String job, String operator, String name) {
        double sum = Double.NaN;
        for (Vertex vertex : site.flink().job(job).vertices()) {
            List<String> names = site.flink().metrics().names(job, vertex.id()).stream()
                    .filter(each -> each.contains(operator) && each.endsWith("." + name))
                    .toList();
            for (MetricSummary summary :
                    site.flink().metrics().values(job, vertex.id(), names).values()) {
                sum = (Double.isNaN(sum) ? 0 : sum) + summary.sum();
            }
        }
        return sum;
    }

    private static Workflow workflow(String example) {
        return WorkflowFile.read(
                        Path.of("../examples", example, "workflow.yaml").toAbsolutePath())
                .workflow();
    }
}
