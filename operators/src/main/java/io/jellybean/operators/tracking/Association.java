package io.jellybean.operators.tracking;

import io.jellybean.operators.assignment.Assignment;
import io.jellybean.operators.vision.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which detection continues which track: in rounds, each the matching with the greatest sum of overlaps. */
final class Association {

    /** A track where it is expected, and what was seen of it, if anything. */
    record Pair(TrackState track, @Nullable Detection detection) {}

    private final double leastIou;
    private final List<Pair> pairs = new ArrayList<>();

    Association(List<TrackState> expected, double leastIou) {
        this.leastIou = leastIou;
        expected.forEach(track -> pairs.add(new Pair(track, null)));
    }

    /** Matches detections to those tracks that are eligible and still unseen; returns the detections that are left. */
    List<Detection> match(List<Detection> detections, Predicate<TrackState> eligible) {
        List<Integer> unseen = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).detection() == null && eligible.test(pairs.get(i).track())) {
                unseen.add(i);
            }
        }
        int[] detectionByRow = Assignment.worthiest(overlaps(unseen, detections));
        List<Detection> left = new ArrayList<>(detections);
        for (int row = 0; row < detectionByRow.length; row++) {
            if (detectionByRow[row] != Assignment.NONE) {
                Detection seen = detections.get(detectionByRow[row]);
                pairs.set(unseen.get(row), new Pair(pairs.get(unseen.get(row)).track(), seen));
                left.remove(seen);
            }
        }
        return left;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** IoU of track and detection; 0, which forbids the pair, where they overlap too little. */
    private double[][] overlaps(List<Integer> unseen, List<Detection> detections) {
        double[][] overlaps = new double[unseen.size()][detections.size()];
        for (int row = 0; row < overlaps.length; row++) {
            TrackState track = pairs.get(unseen.get(row)).track();
            for (int column = 0; column < detections.size(); column++) {
                double iou = track.motion().box().iou(detections.get(column).box());
                overlaps[row][column] = iou >= leastIou ? iou : 0;
            }
        }
        return overlaps;
    }
}
