package io.jellybean.operators.tracking;

import io.jellybean.operators.assignment.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which detection continues which track: in rounds, each the matching with the greatest sum of worths. */
final class Association {

    /** A track where it is expected, and what was seen of it, if anything. */
    record Pair(TrackState track, @Nullable SeenVehicle seen) {}

    private final MatchRules rules;
    private final List<Pair> pairs = new ArrayList<>();

    Association(List<TrackState> expected, MatchRules rules) {
        this.rules = rules;
        expected.forEach(track -> pairs.add(new Pair(track, null)));
    }

    /** Matches detections to those tracks that are eligible and still unseen; returns the detections that are left. */
    List<SeenVehicle> match(List<SeenVehicle> vehicles, Predicate<TrackState> eligible) {
        List<Integer> unseen = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).seen() == null && eligible.test(pairs.get(i).track())) {
                unseen.add(i);
            }
        }
        int[] detectionByRow = Assignment.worthiest(worths(unseen, vehicles));
        List<SeenVehicle> left = new ArrayList<>(vehicles);
        for (int row = 0; row < detectionByRow.length; row++) {
            if (detectionByRow[row] != Assignment.NONE) {
                SeenVehicle seen = vehicles.get(detectionByRow[row]);
                pairs.set(unseen.get(row), new Pair(pairs.get(unseen.get(row)).track(), seen));
                left.remove(seen);
            }
        }
        return left;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** A worth of 0 forbids the pair. */
    private double[][] worths(List<Integer> unseen, List<SeenVehicle> vehicles) {
        double[][] worths = new double[unseen.size()][vehicles.size()];
        for (int row = 0; row < worths.length; row++) {
            TrackState track = pairs.get(unseen.get(row)).track();
            for (int column = 0; column < vehicles.size(); column++) {
                worths[row][column] = rules.worth(track, vehicles.get(column));
            }
        }
        return worths;
    }
}
