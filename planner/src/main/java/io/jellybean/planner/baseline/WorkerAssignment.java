package io.jellybean.planner.baseline;

import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The second step of the authors' method ({@code multiple-tiers}): operator after operator, a beam over partial placements.
 * Each operator may take workers from the highest tier before it up to any tier above; the cheapest partial placements stay.
 */
final class WorkerAssignment {

    private static final int BEST_K = 10;
    private static final int MAX_ORDERS = 10;

    private final PlanningProblem problem;
    private final Map<String, String> variants;
    private final boolean backtracking;

    WorkerAssignment(PlanningProblem problem, Map<String, String> variants, boolean backtracking) {
        this.problem = problem;
        this.variants = variants;
        this.backtracking = backtracking;
    }

    /** The cheapest of all orders. */
    Optional<PartialAssignment> cheapest() {
        return orders().stream()
                .flatMap(order -> cheapest(order).stream())
                .min(Comparator.comparingDouble(PartialAssignment::usdPerHour));
    }

    private Optional<PartialAssignment> cheapest(List<String> order) {
        List<PartialAssignment> beam = List.of(PartialAssignment.nothing(problem, variants));
        for (String operator : order) {
            beam = beam.stream()
                    .flatMap(partial -> extend(partial, operator).stream())
                    .sorted(Comparator.comparingDouble(PartialAssignment::usdPerHour))
                    .limit(BEST_K)
                    .toList();
        }
        return beam.stream().findFirst();
    }

    private List<PartialAssignment> extend(PartialAssignment partial, String operator) {
        GreedyFill fill = new GreedyFill(partial, operator, backtracking);
        int lowest = partial.lowestTier(operator);
        int highest = problem.tiers().stream().mapToInt(Tier::index).max().orElse(0);
        List<PartialAssignment> extended = new ArrayList<>();
        for (int upTo = lowest; upTo <= highest; upTo++) {
            fill.fromTiers(lowest, upTo).ifPresent(workers -> extended.add(partial.with(operator, workers)));
        }
        return extended;
    }

    /** Topological orders of the operators, in the order of the problem, at most {@value #MAX_ORDERS}. */
    private List<List<String>> orders() {
        List<List<String>> orders = new ArrayList<>();
        addOrders(List.of(), orders);
        return orders;
    }

    private void addOrders(List<String> begun, List<List<String>> orders) {
        if (begun.size() == problem.operators().size()) {
            orders.add(begun);
            return;
        }
        Set<String> done = new HashSet<>(begun);
        for (ProblemOperator operator : problem.operators()) {
            boolean isNext = !done.contains(operator.id())
                    && problem.channels().stream()
                            .filter(channel -> channel.to().equals(operator.id()))
                            .allMatch(channel -> done.contains(channel.from()) || problem.isSource(channel.from()));
            if (isNext && orders.size() < MAX_ORDERS) {
                List<String> longer = new ArrayList<>(begun);
                longer.add(operator.id());
                addOrders(longer, orders);
            }
        }
    }
}
