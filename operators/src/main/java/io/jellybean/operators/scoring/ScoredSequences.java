package io.jellybean.operators.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sequences laid end to end with identities numbered through, so that an identity of one is never one of another. All
 * metrics here are the same whether counts are summed over sequences or taken over this.
 */
final class ScoredSequences {

    private final List<Overlaps> frames = new ArrayList<>();
    private final List<Integer> truthBoxCounts = new ArrayList<>();
    private final List<Integer> trackBoxCounts = new ArrayList<>();

    ScoredSequences(List<TrackingSequence> sequences) {
        for (TrackingSequence sequence : sequences) {
            Map<Long, Integer> truthIndexById = new HashMap<>();
            Map<Long, Integer> trackIndexById = new HashMap<>();
            for (TrackingFrame frame : sequence.frames()) {
                int[] truths = indices(frame.truth(), truthIndexById, truthBoxCounts);
                int[] tracks = indices(frame.tracked(), trackIndexById, trackBoxCounts);
                frames.add(Overlaps.of(frame, truths, tracks));
            }
        }
    }

    private static int[] indices(List<IdentifiedBox> boxes, Map<Long, Integer> indexById, List<Integer> boxCounts) {
        int[] indices = new int[boxes.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = indexById.computeIfAbsent(boxes.get(i).id(), id -> {
                boxCounts.add(0);
                return boxCounts.size() - 1;
            });
            boxCounts.set(indices[i], boxCounts.get(indices[i]) + 1);
        }
        return indices;
    }

    List<Overlaps> frames() {
        return frames;
    }

    /** The number of boxes of each true identity. */
    List<Integer> truthBoxCounts() {
        return truthBoxCounts;
    }

    /** The number of boxes of each track. */
    List<Integer> trackBoxCounts() {
        return trackBoxCounts;
    }

    long truthBoxes() {
        return truthBoxCounts.stream().mapToLong(Integer::longValue).sum();
    }

    long trackBoxes() {
        return trackBoxCounts.stream().mapToLong(Integer::longValue).sum();
    }
}
