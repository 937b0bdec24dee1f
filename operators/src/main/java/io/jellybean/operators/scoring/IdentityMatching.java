package io.jellybean.operators.scoring;

import io.jellybean.operators.assignment.Assignment;
import java.util.List;

/**
 * The one-to-one matching of true identities to tracks, over all frames, that has the most boxes overlapping by at least
 * .5 (Ristani et al. 2016).
 */
final class IdentityMatching {

    private static final double LEAST_IOU = 0.5;

    private IdentityMatching() {}

    /** IDTP: the boxes of those pairs. */
    static long boxesInCommon(ScoredSequences sequences) {
        List<Integer> truths = sequences.truthBoxCounts();
        double[][] together =
                new double[truths.size()][sequences.trackBoxCounts().size()];
        for (Overlaps frame : sequences.frames()) {
            for (int row = 0; row < frame.truths().length; row++) {
                for (int column = 0; column < frame.tracks().length; column++) {
                    if (frame.reaches(row, column, LEAST_IOU)) {
                        together[frame.truths()[row]][frame.tracks()[column]]++;
                    }
                }
            }
        }
        int[] trackByTruth = Assignment.worthiest(together);
        double matched = 0;
        for (int truth = 0; truth < trackByTruth.length; truth++) {
            matched += trackByTruth[truth] == Assignment.NONE ? 0 : together[truth][trackByTruth[truth]];
        }
        return Math.round(matched);
    }
}
