package io.jellybean.planner.compile;

import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.Selectivity;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Profiles for tests. */
final class Profiles {

    private Profiles() {}

    /** Detection and tracking per camera; a worker serves one operator. */
    static WorkflowAndObjective vehicleTrackingWorkflow() {
        return WorkflowFile.parse("workflow.yaml", """
                format: jellybean-workflow/1
                id: vehicle-tracking
                sources: [{id: cameras, topic: frames, tier: edge}]
                operators:
                  - {id: detect, kind: detect, variants: [vehicle-detector-s, vehicle-detector-m]}
                  - {id: track, kind: track, stateful: true, maxSlots: 3}
                channels: [{from: cameras, to: detect}, {from: detect, to: track}]
                sinks: [{from: detect, topic: detections}, {from: track, topic: tracks}]
                objective:
                  requestsPerSecond: {cameras: 45}
                  minAccuracy: 0.85
                  maxUtilisation: 0.25
                  sharing: exclusive
                """);
    }

    /** A made-up profile of {@link #vehicleTrackingWorkflow}: edge boxes are slow, cloud machines fast. */
    static Profile vehicleTracking() {
        List<ServiceTime> times = new ArrayList<>();
        times.addAll(times("edge-box", 2));
        times.addAll(times("hub-server", 1));
        times.addAll(times("cloud-vm", 1));
        return new Profile(
                times,
                List.of(
                        new MessageSize(new Channel("cameras", "detect"), null, 51_200),
                        new MessageSize(new Channel("detect", "track"), null, 2048)),
                List.of(new Selectivity(new Channel("detect", "track"), 0.5)),
                new AccuracyTable(
                        List.of("detect"),
                        List.of(
                                new AccuracyRow(List.of("vehicle-detector-s"), 0.74),
                                new AccuracyRow(List.of("vehicle-detector-m"), 0.91))));
    }

    /** The same without the rows of one variant. */
    static Profile vehicleTrackingWithout(String variant) {
        Profile whole = vehicleTracking();
        return new Profile(
                whole.serviceTimes().stream()
                        .filter(row -> !row.variant().equals(variant))
                        .toList(),
                List.of(),
                whole.selectivities(),
                whole.accuracy());
    }

    private static List<ServiceTime> times(String workerType, int slowness) {
        return List.of(
                new ServiceTime("detect", "vehicle-detector-s", workerType, Duration.ofMillis(2L * slowness)),
                new ServiceTime("detect", "vehicle-detector-m", workerType, Duration.ofMillis(5L * slowness)),
                new ServiceTime("track", "default", workerType, Duration.ofMillis(slowness)));
    }
}
