package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.association.GlobalTrack;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.VehicleLoop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Vehicle tracking as a job gives the same records as the same operators called in a plain loop. */
final class VehicleTrial {

    private static final Networks NETWORKS = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);

    private VehicleTrial() {}

    /** Serves the plan and compares; the job is cancelled after it. */
    static void run(ServingSite site, DeployablePlan plan) throws Exception {
        // given
        List<Frame> frames = TrialFrames.ofAStreet();
        List<TrackedFrame> tracked = new ArrayList<>();
        List<AssociatedTrack> vehicles = new ArrayList<>();
        Map<String, String> variants = plan.plan().variantByOperator();
        try (VehicleLoop loop = new VehicleLoop(
                NETWORKS, requireNonNull(variants.get("detect")), requireNonNull(variants.get("embed")))) {
            for (Frame frame : frames) {
                VehicleLoop.Outcome outcome = loop.next(frame);
                tracked.add(outcome.tracked());
                outcome.decided().forEach(track -> vehicles.add(record(track, frame)));
            }
            loop.end().forEach(track -> vehicles.add(record(track, frames.get(frames.size() - 1))));
        }
        assertThat(vehicles).isNotEmpty();

        // when: the frames are there before the job, so that no partition is idle
        try (KafkaProducer<byte[], byte[]> producer = site.producer()) {
            for (Frame frame : frames) {
                FrameName name = frame.name();
                byte[] camera = name.camera().getBytes(UTF_8);
                ServingSite.send(
                        producer, new ProducerRecord<>("frames", null, name.capturedAtMillis(), camera, frame.jpeg()));
            }
        }
        String job = site.submit(plan);
        List<TrackedFrame> jobTracked = site.read("tracks", ResultJson.TRACKED_FRAME, frames.size());
        List<AssociatedTrack> jobVehicles = site.read("vehicles", ResultJson.ASSOCIATED_TRACK, vehicles.size());
        site.cancel(job);

        // then
        Comparator<TrackedFrame> order =
                Comparator.comparing(TrackedFrame::camera).thenComparing(TrackedFrame::number);
        assertThat(jobTracked.stream().sorted(order))
                .containsExactlyElementsOf(tracked.stream().sorted(order).toList());
        assertThat(jobVehicles).containsExactlyInAnyOrderElementsOf(vehicles);
    }

    private static AssociatedTrack record(GlobalTrack track, Frame now) {
        return new AssociatedTrack(
                track.cameraId(), track.trackId(), track.vehicleId(), now.name().capturedAtMillis());
    }
}
