package io.jellybean.operators.scoring;

import io.jellybean.operators.assignment.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HOTA (Luiten et al. 2021): for alpha = .05, .10, ... .95 the geometric mean of detection accuracy, TP / (TP + FN + FP) at
 * IoU alpha, and association accuracy, the mean over true positives of how much their two identities have in common; then
 * the mean over alpha.
 *
 * @param hota 0..1
 * @param detA mean detection accuracy, 0..1
 * @param assA mean association accuracy, 0..1
 */
record HigherOrderAccuracy(double hota, double detA, double assA) {

    private static final int THRESHOLDS = 19;

    static HigherOrderAccuracy of(ScoredSequences sequences) {
        Map<Pair, Double> alignment = alignment(sequences);
        List<int[]> matches = sequences.frames().stream()
                .map(frame -> Assignment.worthiest(worths(frame, alignment)))
                .toList();
        double hota = 0;
        double detA = 0;
        double assA = 0;
        for (int i = 1; i <= THRESHOLDS; i++) {
            Map<Pair, Integer> together = matchedTogether(sequences, matches, 0.05 * i);
            double detection = detectionAccuracy(sequences, together);
            double association = associationAccuracy(sequences, together);
            hota += Math.sqrt(detection * association) / THRESHOLDS;
            detA += detection / THRESHOLDS;
            assA += association / THRESHOLDS;
        }
        return new HigherOrderAccuracy(hota, detA, assA);
    }

    /** How well two identities go together over all frames: a soft count of common boxes over the count of either's. */
    private static Map<Pair, Double> alignment(ScoredSequences sequences) {
        Map<Pair, Double> common = new HashMap<>();
        for (Overlaps frame : sequences.frames()) {
            double[] perTrack = new double[frame.tracks().length];
            double[] perTruth = new double[frame.truths().length];
            for (int row = 0; row < perTruth.length; row++) {
                for (int column = 0; column < perTrack.length; column++) {
                    perTruth[row] += frame.iou()[row][column];
                    perTrack[column] += frame.iou()[row][column];
                }
            }
            for (int row = 0; row < perTruth.length; row++) {
                for (int column = 0; column < perTrack.length; column++) {
                    double iou = frame.iou()[row][column];
                    if (iou > 0) {
                        double share = iou / (perTruth[row] + perTrack[column] - iou);
                        common.merge(new Pair(frame.truths()[row], frame.tracks()[column]), share, Double::sum);
                    }
                }
            }
        }
        common.replaceAll((pair, sum) -> sum / (pair.boxes(sequences) - sum));
        return common;
    }

    private static double[][] worths(Overlaps frame, Map<Pair, Double> alignment) {
        double[][] worths = new double[frame.truths().length][frame.tracks().length];
        for (int row = 0; row < worths.length; row++) {
            for (int column = 0; column < worths[row].length; column++) {
                Pair pair = new Pair(frame.truths()[row], frame.tracks()[column]);
                worths[row][column] = frame.iou()[row][column] * alignment.getOrDefault(pair, 0.0);
            }
        }
        return worths;
    }

    private static Map<Pair, Integer> matchedTogether(
            ScoredSequences sequences, List<int[]> matches, double threshold) {
        Map<Pair, Integer> together = new HashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            Overlaps frame = sequences.frames().get(i);
            int[] columnByRow = matches.get(i);
            for (int row = 0; row < columnByRow.length; row++) {
                int column = columnByRow[row];
                if (column != Assignment.NONE && frame.reaches(row, column, threshold)) {
                    together.merge(new Pair(frame.truths()[row], frame.tracks()[column]), 1, Integer::sum);
                }
            }
        }
        return together;
    }

    private static double detectionAccuracy(ScoredSequences sequences, Map<Pair, Integer> together) {
        double matched = together.values().stream().mapToDouble(count -> count).sum();
        return matched / Math.max(1, sequences.truthBoxes() + sequences.trackBoxes() - matched);
    }

    private static double associationAccuracy(ScoredSequences sequences, Map<Pair, Integer> together) {
        double sum = 0;
        double matched = 0;
        for (Map.Entry<Pair, Integer> entry : together.entrySet()) {
            double count = entry.getValue();
            sum += count * count / (entry.getKey().boxes(sequences) - count);
            matched += count;
        }
        return sum / Math.max(1, matched);
    }

    private record Pair(int truth, int track) {

        /** The boxes of both. */
        long boxes(ScoredSequences sequences) {
            return (long) sequences.truthBoxCounts().get(truth)
                    + sequences.trackBoxCounts().get(track);
        }
    }
}
