package io.jellybean.planner.baseline;

import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.Worker;
import io.jellybean.planner.baseline.PartialAssignment.Taken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the authors' method takes workers for one operator: if one worker of the lowest tier that is left can serve all that
 * remains, the cheapest such worker, and that is the end; else the worker of the least price for its capacity, filled, and again.
 * With backtracking, workers that turn out superfluous are dropped, the smallest first, and the others are filled anew, the
 * smallest first; of equally dear single workers the most capable is taken.
 */
final class GreedyFill {

    private static final double MS_PER_SECOND = 1_000;

    /** Requests per second that count as nothing. */
    private static final double NOTHING = 1e-9;

    private final PartialAssignment before;
    private final String operator;
    private final boolean backtracking;

    private record Candidate(Worker worker, double capacity) {}

    GreedyFill(PartialAssignment before, String operator, boolean backtracking) {
        this.before = before;
        this.operator = operator;
        this.backtracking = backtracking;
    }

    /** The workers with their loads; empty if those of the tiers do not suffice. */
    Optional<List<Taken>> fromTiers(int lowest, int highest) {
        List<Candidate> left = new ArrayList<>(candidates(lowest, highest));
        List<Candidate> taken = new ArrayList<>();
        double rest = before.rate(operator);
        while (rest > NOTHING) {
            if (left.isEmpty()) {
                return Optional.empty();
            }
            Optional<Candidate> single = cheapestSingle(left, rest);
            double remaining = rest;
            Candidate next = single.orElseGet(() -> cheapestForItsCapacity(left, remaining));
            taken.add(next);
            left.remove(next);
            rest -= next.capacity();
        }
        return Optional.of(filled(backtracking ? withoutSuperfluous(taken) : taken));
    }

    private List<Candidate> candidates(int lowest, int highest) {
        var used = before.usedWorkers();
        List<Candidate> candidates = new ArrayList<>();
        for (Worker worker : before.problem().workers()) {
            if (worker.tier() >= lowest && worker.tier() <= highest && !used.contains(worker.id())) {
                ms(worker)
                        .ifPresent(ms -> candidates.add(new Candidate(
                                worker,
                                MS_PER_SECOND
                                        * worker.slots()
                                        * before.problem().policy().maxUtilisation()
                                        / ms)));
            }
        }
        return candidates;
    }

    /** Prices the traffic from operators as if all of it went there, that from sources as what remains. */
    private Optional<Candidate> cheapestSingle(List<Candidate> left, double rest) {
        int lowestTier = left.stream()
                .mapToInt(candidate -> candidate.worker().tier())
                .min()
                .orElseThrow();
        Comparator<Candidate> byPrice =
                Comparator.comparingDouble(candidate -> candidate.worker().usdPerHour()
                        + before.inboundUsdPerHour(operator, candidate.worker(), rest, before.rate(operator)));
        return left.stream()
                .filter(candidate -> candidate.worker().tier() == lowestTier && candidate.capacity() >= rest - NOTHING)
                .min(
                        backtracking
                                ? byPrice.thenComparing(Comparator.comparingDouble(Candidate::capacity)
                                        .reversed())
                                : byPrice);
    }

    private Candidate cheapestForItsCapacity(List<Candidate> left, double rest) {
        return left.stream()
                .min(Comparator.comparingDouble(candidate -> {
                    double load = Math.min(candidate.capacity(), rest);
                    return (candidate.worker().usdPerHour()
                                    + before.inboundUsdPerHour(operator, candidate.worker(), load, load))
                            / candidate.capacity();
                }))
                .orElseThrow();
    }

    private List<Candidate> withoutSuperfluous(List<Candidate> taken) {
        List<Candidate> kept = new ArrayList<>(taken);
        kept.sort(Comparator.comparingDouble(Candidate::capacity));
        double capacity = kept.stream().mapToDouble(Candidate::capacity).sum();
        for (Candidate candidate : List.copyOf(kept)) {
            if (capacity - candidate.capacity() >= before.rate(operator) - NOTHING) {
                capacity -= candidate.capacity();
                kept.remove(candidate);
            }
        }
        return kept;
    }

    private List<Taken> filled(List<Candidate> workers) {
        List<Taken> filled = new ArrayList<>();
        double rest = before.rate(operator);
        for (Candidate candidate : workers) {
            double load = Math.min(rest, candidate.capacity());
            filled.add(new Taken(candidate.worker(), load));
            rest -= load;
        }
        return filled;
    }

    private OptionalDouble ms(Worker worker) {
        return before.problem().serviceTimes().stream()
                .filter(row -> row.operator().equals(operator)
                        && row.variant().equals(before.variants().get(operator))
                        && row.workerType().equals(worker.type())
                        && row.batch() == 1)
                .mapToDouble(ServiceMillis::ms)
                .findFirst();
    }
}
