package io.jellybean.planner.replan;

import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.io.InfrastructureFile;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.AccuracyTable;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.planner.compile.PlanningInputs;
import java.time.Duration;
import java.util.List;

/** Inputs for tests: cameras whose vehicles are found on boxes, cheap and slow, or on machines in a cloud. */
final class Streets {

    private Streets() {}

    /** 40 frames a second: the small detector takes .64 of a box for them, the large one 1.6 boxes. */
    static PlanningInputs withMinAccuracy(double minAccuracy) {
        return inputs(minAccuracy, 0.10);
    }

    /** The small detector will do, and a box has another price. */
    static PlanningInputs withBoxesAt(double usdPerHour) {
        return inputs(0.7, usdPerHour);
    }

    private static PlanningInputs inputs(double minAccuracy, double boxUsdPerHour) {
        WorkflowAndObjective wanted = WorkflowFile.parse("workflow.yaml", """
                format: jellybean-workflow/1
                id: street
                sources: [{id: cameras, topic: frames, tier: edge}]
                operators:
                  - {id: detect, kind: detect, variants: [small, large]}
                channels: [{from: cameras, to: detect}]
                sinks: [{from: detect, topic: detections}]
                objective:
                  requestsPerSecond: {cameras: 40}
                  minAccuracy: %s
                  maxUtilisation: 0.8
                  sharing: shared
                """.formatted(minAccuracy));
        Infrastructure infrastructure = InfrastructureFile.parse("infrastructure.yaml", """
                format: jellybean-infrastructure/1
                id: corner
                tiers: [edge, cloud]
                workers:
                  - {tier: edge, type: box, count: 4, usdPerHour: %s, slots: 1, memoryMb: 640}
                  - {tier: cloud, type: vm, count: 4, usdPerHour: 0.5, slots: 2, memoryMb: 1280}
                links: [{from: edge, to: cloud, usdPerGb: 0.01}]
                ingest: [{tier: edge, slots: 1, usdPerHour: 0.02, memoryMb: 640}]
                """.formatted(boxUsdPerHour));
        Profile profile = new Profile(
                List.of(
                        new ServiceTime("detect", "small", "box", Duration.ofMillis(16)),
                        new ServiceTime("detect", "large", "box", Duration.ofMillis(40)),
                        new ServiceTime("detect", "small", "vm", Duration.ofMillis(8)),
                        new ServiceTime("detect", "large", "vm", Duration.ofMillis(20))),
                List.of(new MessageSize(new Channel("cameras", "detect"), null, 10_000)),
                List.of(),
                new AccuracyTable(
                        List.of("detect"),
                        List.of(new AccuracyRow(List.of("small"), 0.75), new AccuracyRow(List.of("large"), 0.9))));
        return PlanningInputs.of(wanted, infrastructure, profile);
    }
}
