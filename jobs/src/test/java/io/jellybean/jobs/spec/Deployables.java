package io.jellybean.jobs.spec;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.IngestHost;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.plan.Cost;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.plan.SourceFlow;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import java.util.List;
import java.util.Map;

/** Plans of vehicle tracking on a box at the edge and two machines in the cloud. */
public final class Deployables {

    static final GroupId EDGE = new GroupId("edge", "box");
    static final GroupId CLOUD = new GroupId("cloud", "vm");

    private static final String MODEL = "vehicle-detector-s";

    private Deployables() {}

    /** Detection on the edge for a third of the frames and in the cloud for the rest; tracking in the cloud. */
    public static DeployablePlan detectOnEdgeAndCloud(WorkerSharing sharing) {
        return deployable(
                sharing,
                "edge",
                List.of(
                        Placement.evenly("detect", EDGE, List.of("edge-1"), 15),
                        Placement.evenly("detect", CLOUD, List.of("cloud-1"), 30),
                        Placement.evenly("track", CLOUD, List.of("cloud-2"), 45)),
                List.of(
                        new SourceFlow("cameras", "edge", "detect", EDGE, 15),
                        new SourceFlow("cameras", "edge", "detect", CLOUD, 30),
                        new OperatorFlow("detect", EDGE, "track", CLOUD, 15),
                        new OperatorFlow("detect", CLOUD, "track", CLOUD, 30)));
    }

    /** The tracker on both groups, which its state does not allow. */
    static DeployablePlan trackOnEdgeAndCloud() {
        return deployable(
                WorkerSharing.SHARED,
                "edge",
                List.of(
                        Placement.evenly("detect", EDGE, List.of("edge-1"), 45),
                        Placement.evenly("track", EDGE, List.of("edge-1"), 15),
                        Placement.evenly("track", CLOUD, List.of("cloud-1"), 30)),
                List.of(
                        new SourceFlow("cameras", "edge", "detect", EDGE, 45),
                        new OperatorFlow("detect", EDGE, "track", EDGE, 15),
                        new OperatorFlow("detect", EDGE, "track", CLOUD, 30)));
    }

    /** Cameras in a tier that takes no frames in. */
    static DeployablePlan withoutIngest() {
        return deployable(
                WorkerSharing.SHARED,
                "cloud",
                List.of(
                        Placement.evenly("detect", CLOUD, List.of("cloud-1"), 45),
                        Placement.evenly("track", CLOUD, List.of("cloud-1"), 45)),
                List.of(
                        new SourceFlow("cameras", "cloud", "detect", CLOUD, 45),
                        new OperatorFlow("detect", CLOUD, "track", CLOUD, 45)));
    }

    /** An operator that no job runs yet, after the detector. */
    static Workflow withAnEmbedding() {
        return new Workflow(
                "street",
                List.of(new Source("cameras", "frames", "edge")),
                List.of(
                        new Operator("detect", OperatorKind.DETECT, List.of(MODEL), false, null),
                        new Operator("embed", OperatorKind.EMBED, List.of("some-embedding"), false, null)),
                List.of(new Channel("cameras", "detect"), new Channel("detect", "embed")),
                List.of(new Sink("embed", "embeddings")));
    }

    private static DeployablePlan deployable(
            WorkerSharing sharing, String sourceTier, List<Placement> placements, List<Flow> flows) {
        Plan plan = new Plan(
                "ab".repeat(32),
                new Solver("test", Solver.Status.OPTIMAL, 0.43, 0),
                new Cost(0.43, List.of()),
                List.of(0.9),
                Map.of("detect", MODEL, "track", Operator.WITHOUT_MODEL),
                List.of(new UsedGroup(EDGE, 1, 1, 0.03, 0.2), new UsedGroup(CLOUD, 2, 4, 0.4, 0.1)),
                placements,
                flows);
        Workflow workflow = new Workflow(
                "street",
                List.of(new Source("cameras", "frames", sourceTier)),
                List.of(
                        new Operator("detect", OperatorKind.DETECT, List.of(MODEL), false, null),
                        new Operator("track", OperatorKind.TRACK, List.of(Operator.WITHOUT_MODEL), true, 3)),
                List.of(new Channel("cameras", "detect"), new Channel("detect", "track")),
                List.of(new Sink("detect", "detections"), new Sink("track", "tracks")));
        Infrastructure infrastructure = new Infrastructure(
                "corner",
                List.of("edge", "cloud"),
                List.of(
                        new WorkerGroup("edge", "box", 1, 0.03, 1, 640_000_000),
                        new WorkerGroup("cloud", "vm", 2, 0.2, 4, 2_560_000_000L)),
                List.of(),
                List.of(new IngestHost("edge", 2, 0.02, 900_000_000)));
        return new DeployablePlan(
                plan,
                workflow,
                infrastructure,
                sharing,
                0.8,
                Map.of(MODEL, PackagedModels.manifest(MODEL).sha256()),
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }
}
