package io.jellybean.domain.plan;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans for tests. */
public final class Plans {

    private static final GroupId EDGE = new GroupId("edge", "edge-box");
    private static final GroupId CLOUD = new GroupId("cloud", "cloud-vm");

    private Plans() {}

    /** Detection on edge and cloud in batches of four, tracking on two workers in the cloud. */
    public static Plan detectOnEdgeAndCloud() {
        return new Plan(
                "ab".repeat(32),
                new Solver("test", Solver.Status.OPTIMAL, 0.5, 0),
                new Cost(0.43, List.of(new LinkCost("edge", "cloud", 0.1 + 0.2))),
                List.of(0.9),
                Map.of("detect", "small", "track", "default"),
                List.of(new UsedGroup(EDGE, 1, 1, 0.03, 0.2), new UsedGroup(CLOUD, 2, 2, 0.4, 0.1)),
                List.of(
                        Placement.evenly("track", CLOUD, List.of("cloud-1", "cloud-2"), 45),
                        new Placement("detect", EDGE, 4, List.of(new WorkerLoad("edge-1", 15))),
                        Placement.evenly("detect", CLOUD, List.of("cloud-1", "cloud-2"), 30)),
                List.of(
                        new SourceFlow("cameras", "edge", "detect", EDGE, 15),
                        new SourceFlow("cameras", "edge", "detect", CLOUD, 30),
                        new OperatorFlow("detect", EDGE, "track", CLOUD, 15),
                        new OperatorFlow("detect", CLOUD, "track", CLOUD, 30)));
    }

    /** The same with a workflow and an infrastructure that fit. */
    public static DeployablePlan deployableDetectOnEdgeAndCloud() {
        Workflow workflow = new Workflow(
                "street",
                List.of(Source.complete("cameras", "frames", "edge")),
                List.of(
                        new Operator("detect", OperatorKind.DETECT, List.of("small", "large"), false, null),
                        new Operator("track", OperatorKind.TRACK, List.of(Operator.WITHOUT_MODEL), true, 3)),
                List.of(new Channel("cameras", "detect"), new Channel("detect", "track")),
                List.of(new Sink("track", "tracks")));
        Infrastructure infrastructure = new Infrastructure(
                "corner",
                List.of("edge", "cloud"),
                List.of(
                        new WorkerGroup("edge", "edge-box", 1, 0.03, 1, 640_000_000),
                        new WorkerGroup("cloud", "cloud-vm", 2, 0.2, 2, 1_280_000_001)),
                List.of(new Link("edge", "cloud", 0.09, 200.0, Duration.ofMillis(30))),
                List.of(new IngestHost("edge", 1, 0.02, 640_000_000)));
        return new DeployablePlan(
                detectOnEdgeAndCloud(),
                workflow,
                infrastructure,
                WorkerSharing.SHARED,
                0.25,
                Map.of("small", "cd".repeat(32)),
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }
}
