package io.jellybean.operators.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One frame of a sequence: what is there and what a tracker reported.
 *
 * @param truth each vehicle at most once
 * @param tracked each track at most once
 */
public record TrackingFrame(List<IdentifiedBox> truth, List<IdentifiedBox> tracked) {
    public TrackingFrame {
        truth = List.copyOf(truth);
        tracked = List.copyOf(tracked);
        checkOnce("truth", truth);
        checkOnce("tracked", tracked);
    }

    private static void checkOnce(String name, List<IdentifiedBox> boxes) {
        Set<Long> seen = new HashSet<>();
        for (IdentifiedBox box : boxes) {
            if (!seen.add(box.id())) {
                throw new IllegalArgumentException(
                        "tracking frame: %s holds the id %d twice; an id stands once in a frame"
                                .formatted(name, box.id()));
            }
        }
    }
}
