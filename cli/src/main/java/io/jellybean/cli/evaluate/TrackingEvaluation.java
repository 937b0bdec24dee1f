package io.jellybean.cli.evaluate;

import io.jellybean.cli.profile.Chain;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.AssociatorStep;
import io.jellybean.operators.association.GlobalTrack;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.scoring.IdentifiedBox;
import io.jellybean.operators.scoring.TrackingFrame;
import io.jellybean.operators.scoring.TrackingScore;
import io.jellybean.operators.scoring.TrackingSequence;
import io.jellybean.operators.step.AssociateStep;
import io.jellybean.operators.step.CroppedFrame;
import io.jellybean.operators.step.TrackStep;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.vision.Box;
import io.jellybean.simulator.VehicleBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well vehicles keep their identity: IDF1 of each camera by itself, or, in a workflow that associates, across the cameras of
 * a street.
 */
final class TrackingEvaluation implements Evaluation {

    private final Chain chain;
    private final Networks networks;
    private final SharedResults shared;
    private final List<LabelledStreet> streets;
    private final boolean acrossCameras;

    TrackingEvaluation(Chain chain, Networks networks, SharedResults shared, List<LabelledStreet> streets) {
        this.chain = chain;
        this.networks = networks;
        this.shared = shared;
        this.streets = List.copyOf(streets);
        this.acrossCameras = chain.operator(OperatorKind.ASSOCIATE).isPresent();
    }

    @Override
    public String metric() {
        return acrossCameras ? "multi-camera IDF1" : "IDF1";
    }

    @Override
    public List<String> operators() {
        List<String> operators = new ArrayList<>();
        chain.operator(OperatorKind.DETECT).map(Operator::id).ifPresent(operators::add);
        chain.operator(OperatorKind.EMBED).map(Operator::id).ifPresent(operators::add);
        return operators;
    }

    @Override
    public List<List<String>> combinations() {
        List<List<String>> combinations = new ArrayList<>();
        for (String detector : chain.operator(OperatorKind.DETECT).orElseThrow().variants()) {
            Optional<Operator> embed = chain.operator(OperatorKind.EMBED);
            if (embed.isEmpty()) {
                combinations.add(List.of(detector));
            } else {
                embed.get().variants().forEach(embedder -> combinations.add(List.of(detector, embedder)));
            }
        }
        return combinations;
    }

    @Override
    public int streets() {
        return streets.size();
    }

    /** IDF1 is 2 IDTP / (true boxes + reported boxes): both can be added up over streets. */
    @Override
    public Share share(List<String> combination, int street) {
        TrackingScore score = score(combination, streets.get(street));
        double boxes = 2.0 * score.truthBoxes() - score.misses() + score.falsePositives();
        return new Share(score.idf1() * boxes, boxes);
    }

    private TrackingScore score(List<String> combination, LabelledStreet street) {
        String detector = combination.get(0);
        boolean embeds = combination.size() > 1;
        List<DetectedFrame> detections = (embeds ? shared.crops(detector, street) : shared.detections(detector, street))
                .stream().map(CroppedFrame::detected).toList();
        List<List<float[]>> embeddings = embeds ? shared.embeddings(detector, combination.get(1), street) : List.of();
        List<TrackedFrame> tracks = tracks(labels(detector), detections, embeddings);
        Map<List<Object>, Long> vehicleByTrack =
                acrossCameras ? vehicles(street, detections, embeddings, tracks) : Map.of();
        List<TrackingSequence> cameras = street.cameras().stream()
                .map(camera -> sequence(camera, street, tracks, vehicleByTrack))
                .toList();
        return TrackingScore.of(acrossCameras ? List.of(TrackingSequence.acrossCameras(cameras)) : cameras);
    }

    private List<String> labels(String detector) {
        if (networks.manifest(detector) instanceof DetectorModel model) {
            return model.labels();
        }
        throw new IllegalArgumentException("model %s: its task must be detect, but is %s. Maybe correct the workflow."
                .formatted(detector, networks.manifest(detector).task()));
    }

    private static List<TrackedFrame> tracks(
            List<String> labels, List<DetectedFrame> detections, List<List<float[]>> embeddings) {
        TrackStep tracker = new TrackStep(labels);
        Map<String, TrackerState> stateByCamera = new HashMap<>();
        Map<String, Long> lastMillisByCamera = new HashMap<>();
        List<TrackedFrame> tracks = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            DetectedFrame frame = detections.get(i);
            TrackStep.Followed followed = tracker.follow(
                    stateByCamera.getOrDefault(frame.camera(), TrackerState.initial()),
                    lastMillisByCamera.getOrDefault(frame.camera(), frame.capturedAtMillis()),
                    frame,
                    embeddings.isEmpty() ? List.of() : embeddings.get(i));
            stateByCamera.put(frame.camera(), followed.next());
            lastMillisByCamera.put(frame.camera(), frame.capturedAtMillis());
            tracks.add(followed.tracked());
        }
        return tracks;
    }

    private static Map<List<Object>, Long> vehicles(
            LabelledStreet street,
            List<DetectedFrame> detections,
            List<List<float[]>> embeddings,
            List<TrackedFrame> tracks) {
        AssociateStep associator = new AssociateStep(street.cameras());
        AssociatorState state = AssociatorState.initial();
        Map<List<Object>, Long> vehicleByTrack = new HashMap<>();
        for (int i = 0; i < tracks.size(); i++) {
            AssociatorStep step = associator.associate(state, tracks.get(i), detections.get(i), embeddings.get(i));
            note(step.decided(), vehicleByTrack);
            state = step.next();
        }
        note(associator.end(state).decided(), vehicleByTrack);
        return vehicleByTrack;
    }

    private static void note(List<GlobalTrack> decided, Map<List<Object>, Long> vehicleByTrack) {
        decided.forEach(track -> vehicleByTrack.put(List.of(track.cameraId(), track.trackId()), track.vehicleId()));
    }

    private TrackingSequence sequence(
            String camera, LabelledStreet street, List<TrackedFrame> tracks, Map<List<Object>, Long> vehicleByTrack) {
        List<TrackingFrame> frames = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).camera().equals(camera)) {
                int place = 1 + street.cameras().indexOf(camera);
                frames.add(new TrackingFrame(
                        truth(street.frames().get(i)), tracked(tracks.get(i), place, vehicleByTrack)));
            }
        }
        return new TrackingSequence(frames);
    }

    private static List<IdentifiedBox> truth(LabelledFrame frame) {
        return frame.truth().stream()
                .map((VehicleBox vehicle) -> new IdentifiedBox(
                        vehicle.vehicleId(), new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height())))
                .toList();
    }

    /** A track whose vehicle never became known keeps an id that no vehicle has. */
    private List<IdentifiedBox> tracked(TrackedFrame frame, int camera, Map<List<Object>, Long> vehicleByTrack) {
        Set<Long> taken = new HashSet<>();
        return frame.vehicles().stream()
                .map(vehicle -> {
                    long own = acrossCameras ? -(vehicle.trackId() * 1_000 + camera) : vehicle.trackId();
                    long known = vehicleByTrack.getOrDefault(List.of(frame.camera(), vehicle.trackId()), own);
                    return new IdentifiedBox(
                            taken.add(known) ? known : own,
                            new Box(vehicle.left(), vehicle.top(), vehicle.width(), vehicle.height()));
                })
                .toList();
    }
}
