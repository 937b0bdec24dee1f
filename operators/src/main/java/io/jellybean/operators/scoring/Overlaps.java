package io.jellybean.operators.scoring;

import java.util.List;

/**
 * One frame as the metrics want it: dense indices instead of ids, and the IoU of every truth with every track.
 *
 * @param truths index of each true box's identity
 * @param tracks index of each reported box's identity
 * @param iou [truth][track], 0..1
 */
@SuppressWarnings("ArrayRecordComponent") // arithmetic inside this package, never compared
record Overlaps(int[] truths, int[] tracks, double[][] iou) {

    /** Rounding may not decide whether an overlap reaches a threshold. */
    private static final double TOLERANCE = Math.ulp(1.0);

    static Overlaps of(TrackingFrame frame, int[] truths, int[] tracks) {
        double[][] iou = new double[truths.length][tracks.length];
        List<IdentifiedBox> truth = frame.truth();
        for (int row = 0; row < truths.length; row++) {
            for (int column = 0; column < tracks.length; column++) {
                iou[row][column] =
                        truth.get(row).box().iou(frame.tracked().get(column).box());
            }
        }
        return new Overlaps(truths, tracks, iou);
    }

    boolean reaches(int row, int column, double threshold) {
        return iou[row][column] >= threshold - TOLERANCE;
    }
}
