package io.jellybean.cli.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.flink.TaskManagerSpec;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.VehicleLoop;
import io.jellybean.operators.vision.RejectedFrameException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Vehicle tracking whose topics are written in transactions, and a worker that dies in the middle of it. */
@Timeout(300)
final class ExactlyOnceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FRAMES_PER_CAMERA = 240;
    private static final int BEFORE_THE_DEATH = 90;

    /** The one that keeps the tracks and writes the results. */
    private static final String VICTIM = "edge-box-1";

    @Test
    void losesNothingAndDoublesNothingWhenAWorkerDies(@TempDir Path folder) throws Exception {
        // given
        Workflow workflow = ExactlyOnce.vehicleTracking();
        DeployablePlan plan = HandMadePlans.of(workflow);
        List<Frame> frames = StreetFrames.backAndForth(FRAMES_PER_CAMERA, System.currentTimeMillis());
        List<TrackedFrame> expected = new ArrayList<>();
        Set<String> expectedVehicles = new TreeSet<>();
        track(plan.plan().variantByOperator(), frames, expected, expectedVehicles);
        List<TaskManagerSpec> workers = PlannedCluster.taskManagers(HandMadePlans.CORNER);

        try (LocalCluster cluster = LocalCluster.start(
                Distribution.below(JellyBeanHome.ofThisBuild().root()),
                workers,
                LocalPorts.free(),
                folder.resolve("logs"))) {
            String kafka = cluster.kafka().bootstrapServers();
            new Topics(kafka)
                    .ensure(Stream.concat(
                                    Stream.of(Topic.frames("frames", 3)),
                                    Stream.of("detections", "tracks", "vehicles", "rejected")
                                            .map(topic -> Topic.results(topic, 2)))
                            .toList());
            new JobDeployment(cluster.flink().rest(), JellyBeanHome.ofThisBuild()).submit(plan, kafka);
            try (TopicReader<TrackedFrame> tracks = new TopicReader<>(kafka, "tracks", ResultJson.TRACKED_FRAME);
                    TopicReader<AssociatedTrack> vehicles =
                            new TopicReader<>(kafka, "vehicles", ResultJson.ASSOCIATED_TRACK)) {

                // when: some results are committed, others are on their way, and more frames come
                StreetFrames.send(kafka, frames.subList(0, 3 * BEFORE_THE_DEATH));
                assertThat(tracks.readUntil(1, PATIENCE)).isNotEmpty();
                cluster.flink().killTaskManager(VICTIM);
                StreetFrames.send(kafka, frames.subList(3 * BEFORE_THE_DEATH, frames.size()));
                cluster.flink()
                        .startTaskManager(workers.stream()
                                .filter(worker -> worker.resourceId().equals(VICTIM))
                                .findFirst()
                                .orElseThrow());

                // then
                List<TrackedFrame> tracked = tracks.readUntil(frames.size(), PATIENCE).stream()
                        .map(Received::result)
                        .toList();
                assertThat(tracked.stream().sorted(ORDER))
                        .containsExactlyElementsOf(
                                expected.stream().sorted(ORDER).toList());
                assertThat(vehicles.readUntil(expectedVehicles.size(), PATIENCE).stream()
                                .map(Received::result)
                                .map(ExactlyOnceIT::name))
                        .containsExactlyInAnyOrderElementsOf(expectedVehicles);
                assertThat(tracks.readUntil(frames.size() + 1, Duration.ofSeconds(5)))
                        .as("nothing comes after all has come")
                        .hasSize(frames.size());
            }
        }
    }

    private static final Comparator<TrackedFrame> ORDER =
            Comparator.comparing(TrackedFrame::camera).thenComparing(TrackedFrame::number);

    private static void track(
            Map<String, String> variants, List<Frame> frames, List<TrackedFrame> tracked, Set<String> vehicles)
            throws RejectedFrameException {
        try (VehicleLoop loop = new VehicleLoop(
                new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU),
                requireNonNull(variants.get("detect")),
                requireNonNull(variants.get("embed")))) {
            for (Frame frame : frames) {
                VehicleLoop.Outcome outcome = loop.next(frame);
                tracked.add(outcome.tracked());
                outcome.decided().forEach(track -> vehicles.add(track.cameraId() + "/" + track.trackId()));
            }
            loop.end().forEach(track -> vehicles.add(track.cameraId() + "/" + track.trackId()));
        }
    }

    private static String name(AssociatedTrack track) {
        return track.camera() + "/" + track.trackId();
    }
}
