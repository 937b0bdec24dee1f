package io.jellybean.planner.replan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a job counted lately, without a gap: whatever lies before a restart or a move is forgotten. Not thread-safe. */
final class MetricHistory {

    private final Duration kept;
    private final Deque<MetricSnapshot> snapshots = new ArrayDeque<>();

    /**
     * @param kept what is older is forgotten
     */
    MetricHistory(Duration kept) {
        this.kept = kept;
    }

    void clear() {
        snapshots.clear();
    }

    /** Takes a snapshot in, if it is complete; else everything before it is forgotten. */
    void add(MetricSnapshot snapshot) {
        boolean continues = snapshots.isEmpty() || snapshot.continues(snapshots.getLast());
        if (!snapshot.isComplete() || !continues) {
            snapshots.clear();
        }
        if (snapshot.isComplete()) {
            snapshots.addLast(snapshot);
        }
        Instant oldest = snapshot.at().minus(kept);
        while (snapshots.size() > 2 && second().at().isBefore(oldest)) {
            snapshots.removeFirst();
        }
    }

    /** How much time it covers. */
    Duration covered() {
        return snapshots.isEmpty()
                ? Duration.ZERO
                : Duration.between(
                        snapshots.getFirst().at(), snapshots.getLast().at());
    }

    /** What was done in the last while, as a whole; empty if it does not cover that. */
    Optional<Observation> last(Duration while_) {
        return since(while_).map(from -> Observation.between(from, snapshots.getLast()));
    }

    /** The same, from each look to the next; empty if it does not cover that. */
    List<Observation> steps(Duration while_) {
        Optional<MetricSnapshot> from = since(while_);
        List<Observation> steps = new ArrayList<>();
        if (from.isPresent()) {
            MetricSnapshot before = from.get();
            for (MetricSnapshot next : snapshots) {
                if (next.at().isAfter(before.at())) {
                    steps.add(Observation.between(before, next));
                    before = next;
                }
            }
        }
        return steps;
    }

    /** The greatest rate of each source from one look to the next; empty if it does not cover that. */
    Map<String, Double> greatestRates(Duration while_) {
        Map<String, Double> greatest = new TreeMap<>();
        steps(while_)
                .forEach(step ->
                        step.arrivedPerSecond().forEach((source, rate) -> greatest.merge(source, rate, Math::max)));
        return greatest;
    }

    /** The least rate of each source from one look to the next; empty if it does not cover that. */
    Map<String, Double> leastRates(Duration while_) {
        Map<String, Double> least = new TreeMap<>();
        steps(while_)
                .forEach(step ->
                        step.arrivedPerSecond().forEach((source, rate) -> least.merge(source, rate, Math::min)));
        return least;
    }

    /** The latest snapshot that is at least so old. */
    private Optional<MetricSnapshot> since(Duration while_) {
        if (snapshots.isEmpty()) {
            return Optional.empty();
        }
        Instant wanted = snapshots.getLast().at().minus(while_);
        MetricSnapshot found = null;
        for (MetricSnapshot snapshot : snapshots) {
            if (!snapshot.at().isAfter(wanted)) {
                found = snapshot;
            }
        }
        return Optional.ofNullable(found);
    }

    private MetricSnapshot second() {
        return snapshots.stream().skip(1).findFirst().orElseThrow();
    }
}
