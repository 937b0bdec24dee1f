package io.jellybean.operators.scoring;

import java.util.List;

/**
 * How well tracks follow the truth. CLEAR counts and identities are matched at IoU of at least .5; several sequences are
 * scored as the public kit TrackEval combines them, by their summed counts.
 *
 * @param idf1 2 IDTP / (true boxes + reported boxes), 0..1
 * @param mota 1 - (misses + false positives + id switches) / true boxes, at most 1, possibly negative
 * @param hota mean over IoU thresholds .05 to .95 of the root of detA * assA, 0..1
 * @param detA mean detection accuracy over the same thresholds, 0..1
 * @param assA mean association accuracy over the same thresholds, 0..1
 * @param truthBoxes true boxes in all frames
 * @param idSwitches how often a vehicle's track changed
 * @param falsePositives reported boxes that match no true one
 * @param misses true boxes that no reported one matches
 */
public record TrackingScore(
        double idf1,
        double mota,
        double hota,
        double detA,
        double assA,
        long truthBoxes,
        long idSwitches,
        long falsePositives,
        long misses) {

    /**
     * Scores all sequences together.
     *
     * @throws IllegalArgumentException if the truth has no box at all: then no rate is defined
     */
    public static TrackingScore of(List<TrackingSequence> sequences) {
        ScoredSequences scored = new ScoredSequences(sequences);
        long truth = scored.truthBoxes();
        long tracked = scored.trackBoxes();
        if (truth == 0) {
            throw new IllegalArgumentException(
                    "tracking score: the truth has no box. Maybe score more frames, or some in which there is traffic.");
        }
        ClearMatching clear = ClearMatching.of(scored);
        long misses = truth - clear.matches();
        long falsePositives = tracked - clear.matches();
        HigherOrderAccuracy higherOrder = HigherOrderAccuracy.of(scored);
        return new TrackingScore(
                2.0 * IdentityMatching.boxesInCommon(scored) / (truth + tracked),
                1 - (double) (misses + falsePositives + clear.idSwitches()) / truth,
                higherOrder.hota(),
                higherOrder.detA(),
                higherOrder.assA(),
                truth,
                clear.idSwitches(),
                falsePositives,
                misses);
    }
}
