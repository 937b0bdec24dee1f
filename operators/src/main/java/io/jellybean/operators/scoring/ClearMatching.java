package io.jellybean.operators.scoring;

import io.jellybean.operators.assignment.Assignment;
import java.util.Arrays;

/**
 * The CLEAR counts (Bernardin and Stiefelhagen 2008): frame by frame, matches of the frame before are kept first, then
 * overlaps of at least .5 are matched so that their sum is greatest.
 *
 * @param matches true boxes that were found
 * @param idSwitches matches whose track is not the one the vehicle last had
 */
record ClearMatching(long matches, long idSwitches) {

    private static final double LEAST_IOU = 0.5;

    /** Outweighs any sum of overlaps in a frame. */
    private static final double KEPT_MATCH = 1_000;

    static ClearMatching of(ScoredSequences sequences) {
        int truths = sequences.truthBoxCounts().size();
        int[] lastTrack = filledWithNone(truths);
        int[] trackInLastFrame = filledWithNone(truths);
        long matches = 0;
        long switches = 0;
        for (Overlaps frame : sequences.frames()) {
            if (frame.truths().length == 0 || frame.tracks().length == 0) {
                continue; // nothing can match, and nothing is forgotten
            }
            int[] columnByRow = Assignment.worthiest(worths(frame, trackInLastFrame));
            Arrays.fill(trackInLastFrame, Assignment.NONE);
            for (int row = 0; row < columnByRow.length; row++) {
                if (columnByRow[row] == Assignment.NONE) {
                    continue;
                }
                int truth = frame.truths()[row];
                int track = frame.tracks()[columnByRow[row]];
                matches++;
                if (lastTrack[truth] != Assignment.NONE && lastTrack[truth] != track) {
                    switches++;
                }
                lastTrack[truth] = track;
                trackInLastFrame[truth] = track;
            }
        }
        return new ClearMatching(matches, switches);
    }

    private static double[][] worths(Overlaps frame, int[] trackInLastFrame) {
        double[][] worths = new double[frame.truths().length][frame.tracks().length];
        for (int row = 0; row < worths.length; row++) {
            for (int column = 0; column < worths[row].length; column++) {
                if (frame.reaches(row, column, LEAST_IOU)) {
                    boolean kept = trackInLastFrame[frame.truths()[row]] == frame.tracks()[column];
                    worths[row][column] = frame.iou()[row][column] + (kept ? KEPT_MATCH : 0);
                }
            }
        }
        return worths;
    }

    private static int[] filledWithNone(int length) {
        int[] filled = new int[length];
        Arrays.fill(filled, Assignment.NONE);
        return filled;
    }
}
