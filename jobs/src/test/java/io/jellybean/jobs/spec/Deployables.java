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
import java.util.stream.Collectors;

/** Plans of vehicle tracking on a box at the edge and two machines in the cloud. */
public final class Deployables {

    static final GroupId EDGE = new GroupId("edge", "box");
    static final GroupId CLOUD = new GroupId("cloud", "vm");

    private static final String MODEL = "vehicle-detector-s";
    private static final String EMBEDDING = "vehicle-embedding-s";

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

    /** All of vehicle tracking: detection and embedding on the edge, tracking and association in the cloud. */
    public static DeployablePlan tracking() {
        Workflow workflow = new Workflow(
                "street",
                List.of(Source.complete("cameras", "frames", "edge")),
                List.of(
                        new Operator("detect", OperatorKind.DETECT, List.of(MODEL), false, null),
                        new Operator("embed", OperatorKind.EMBED, List.of(EMBEDDING), false, null),
                        new Operator("track", OperatorKind.TRACK, List.of(Operator.WITHOUT_MODEL), true, 3),
                        new Operator("associate", OperatorKind.ASSOCIATE, List.of(Operator.WITHOUT_MODEL), true, 1)),
                List.of(
                        new Channel("cameras", "detect"),
                        new Channel("detect", "embed"),
                        new Channel("embed", "track"),
                        new Channel("track", "associate")),
                List.of(new Sink("track", "tracks"), new Sink("associate", "vehicles")));
        return deployable(
                workflow,
                Map.of(
                        "detect",
                        MODEL,
                        "embed",
                        EMBEDDING,
                        "track",
                        Operator.WITHOUT_MODEL,
                        "associate",
                        Operator.WITHOUT_MODEL),
                List.of(
                        Placement.evenly("detect", EDGE, List.of("edge-1"), 45),
                        Placement.evenly("embed", EDGE, List.of("edge-1"), 45),
                        Placement.evenly("track", CLOUD, List.of("cloud-1"), 45),
                        Placement.evenly("associate", CLOUD, List.of("cloud-1"), 45)),
                List.of(
                        new SourceFlow("cameras", "edge", "detect", EDGE, 45),
                        new OperatorFlow("detect", EDGE, "embed", EDGE, 45),
                        new OperatorFlow("embed", EDGE, "track", CLOUD, 45),
                        new OperatorFlow("track", CLOUD, "associate", CLOUD, 45)));
    }

    /** Spoken questions, heard on the edge and in the cloud, answered in the cloud. */
    public static DeployablePlan answering() {
        Workflow workflow = new Workflow(
                "questions",
                List.of(
                        Source.complete("questions", "questions", "edge"),
                        Source.complete("cameras", "asked-frames", "edge")),
                List.of(
                        new Operator("recognise", OperatorKind.RECOGNISE, List.of("speech-s"), false, null),
                        new Operator("extract", OperatorKind.EXTRACT, List.of("question-features-s"), false, null),
                        new Operator("answer", OperatorKind.ANSWER, List.of("question-answers-s"), true, null)),
                List.of(
                        new Channel("questions", "recognise"),
                        new Channel("cameras", "extract"),
                        new Channel("recognise", "answer"),
                        new Channel("extract", "answer")),
                List.of(new Sink("answer", "answers")));
        return deployable(
                workflow,
                Map.of("recognise", "speech-s", "extract", "question-features-s", "answer", "question-answers-s"),
                List.of(
                        Placement.evenly("recognise", EDGE, List.of("edge-1"), 2),
                        Placement.evenly("recognise", CLOUD, List.of("cloud-1"), 3),
                        Placement.evenly("extract", EDGE, List.of("edge-1"), 5),
                        Placement.evenly("answer", CLOUD, List.of("cloud-1"), 5)),
                List.of(
                        new SourceFlow("questions", "edge", "recognise", EDGE, 2),
                        new SourceFlow("questions", "edge", "recognise", CLOUD, 3),
                        new SourceFlow("cameras", "edge", "extract", EDGE, 5),
                        new OperatorFlow("recognise", EDGE, "answer", CLOUD, 2),
                        new OperatorFlow("recognise", CLOUD, "answer", CLOUD, 3),
                        new OperatorFlow("extract", EDGE, "answer", CLOUD, 5)));
    }

    private static DeployablePlan deployable(
            Workflow workflow, Map<String, String> variants, List<Placement> placements, List<Flow> flows) {
        Plan plan = new Plan(
                "ab".repeat(32),
                new Solver("test", Solver.Status.OPTIMAL, 0.43, 0),
                new Cost(0.43, List.of()),
                List.of(0.9),
                variants,
                List.of(new UsedGroup(EDGE, 1, 1, 0.03, 0.2), new UsedGroup(CLOUD, 2, 4, 0.4, 0.1)),
                placements,
                flows);
        Map<String, String> hashes = variants.values().stream()
                .filter(PackagedModels::has)
                .collect(Collectors.toMap(
                        variant -> variant,
                        variant -> PackagedModels.manifest(variant).sha256()));
        return new DeployablePlan(
                plan,
                workflow,
                infrastructure(),
                WorkerSharing.SHARED,
                0.8,
                hashes,
                DeployablePlan.DEFAULT_MAX_PARALLELISM);
    }

    private static Infrastructure infrastructure() {
        return new Infrastructure(
                "corner",
                List.of("edge", "cloud"),
                List.of(
                        new WorkerGroup("edge", "box", 1, 0.03, 1, 640_000_000),
                        new WorkerGroup("cloud", "vm", 2, 0.2, 4, 2_560_000_000L)),
                List.of(),
                List.of(new IngestHost("edge", 2, 0.02, 900_000_000)));
    }

    private static DeployablePlan deployable(
            WorkerSharing sharing, String sourceTier, List<Placement> placements, List<Flow> flows) {
        Workflow workflow = new Workflow(
                "street",
                List.of(Source.complete("cameras", "frames", sourceTier)),
                List.of(
                        new Operator("detect", OperatorKind.DETECT, List.of(MODEL), false, null),
                        new Operator("track", OperatorKind.TRACK, List.of(Operator.WITHOUT_MODEL), true, 3)),
                List.of(new Channel("cameras", "detect"), new Channel("detect", "track")),
                List.of(new Sink("detect", "detections"), new Sink("track", "tracks")));
        DeployablePlan shared =
                deployable(workflow, Map.of("detect", MODEL, "track", Operator.WITHOUT_MODEL), placements, flows);
        return new DeployablePlan(
                shared.plan(),
                workflow,
                infrastructure(),
                sharing,
                shared.maxUtilisation(),
                shared.onnxModelSha256ByVariant(),
                shared.maxParallelism());
    }
}
