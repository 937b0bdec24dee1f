package io.jellybean.cli.evaluate;

import io.jellybean.cli.profile.Chain;
import io.jellybean.domain.model.DetectorModel;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.scoring.TrackingScore;
import io.jellybean.operators.step.CroppedFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        FollowedStreet followed = followed(combination, streets.get(street));
        TrackingScore score = TrackingScore.of(acrossCameras ? List.of(followed.acrossCameras()) : followed.byCamera());
        double boxes = 2.0 * score.truthBoxes() - score.misses() + score.falsePositives();
        return new Share(score.idf1() * boxes, boxes);
    }

    /** Of each camera by itself, all streets together. */
    @Override
    public Map<String, String> details(List<String> combination) {
        TrackingScore score = TrackingScore.of(streets.stream()
                .flatMap(street -> followed(combination, street).byCamera().stream())
                .toList());
        Map<String, String> details = new LinkedHashMap<>();
        if (acrossCameras) {
            details.put("one camera: IDF1", rate(score.idf1()));
        }
        details.put("MOTA", rate(score.mota()));
        details.put("HOTA", rate(score.hota()));
        details.put("id switches", Long.toString(score.idSwitches()));
        return details;
    }

    private static String rate(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private FollowedStreet followed(List<String> combination, LabelledStreet street) {
        String detector = combination.get(0);
        boolean embeds = combination.size() > 1;
        List<DetectedFrame> detections = (embeds ? shared.crops(detector, street) : shared.detections(detector, street))
                .stream().map(CroppedFrame::detected).toList();
        List<List<float[]>> embeddings = embeds ? shared.embeddings(detector, combination.get(1), street) : List.of();
        return new FollowedStreet(street, labels(detector), detections, embeddings);
    }

    private List<String> labels(String detector) {
        if (networks.manifest(detector) instanceof DetectorModel model) {
            return model.labels();
        }
        throw new IllegalArgumentException("model %s: its task must be detect, but is %s. Maybe correct the workflow."
                .formatted(detector, networks.manifest(detector).task()));
    }
}
