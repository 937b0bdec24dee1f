package io.jellybean.planner.solver;

import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Solver;
import io.jellybean.domain.problem.PlanningProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for the best combination of variants: those of the least bound first, each only as long as it can beat the best
 * plan so far. Used once. Not thread-safe.
 */
final class Search {

    private static final String SOLVER = "cbc";
    /** Relative; the solver stops when it is that near to its bound. */
    private static final double GAP = 1e-7;
    /** Relative; the first solution will do. */
    private static final double ANY_GAP = 1e9;
    /** Relative; plans nearer than that cost the same, and then accuracy decides. */
    private static final double SAME_COST = 1e-9;
    /** Relative; a plan that is so near to its bound is called optimal. */
    private static final double OPTIMAL_GAP = 1e-6;

    /** A combination that may have a plan, which costs at least the bound. */
    private record Candidate(Instance instance, double boundUsdPerHour) {}

    /** A plan before it has its final solver facts. */
    private record Found(Candidate candidate, Plan plan) {}

    private final PlanningProblem problem;
    private final Spread spread;
    private final String inputsSha256;
    private final Budget budget;
    private double bound = Double.POSITIVE_INFINITY;
    private boolean complete = true;
    private Optional<Found> best = Optional.empty();

    Search(PlanningProblem problem, Budget budget, Spread spread) {
        this.problem = problem;
        this.spread = spread;
        this.inputsSha256 = ProblemFile.sha256(problem);
        this.budget = budget;
    }

    /** Whether the search ended by itself, so that no plan means that there is none. */
    boolean isComplete() {
        return complete;
    }

    /** The cheapest plan. */
    Optional<Plan> best() {
        for (Candidate candidate : candidates()) {
            if (best.isPresent() && candidate.boundUsdPerHour() > cutOff(best.get(), candidate)) {
                bound = Math.min(bound, candidate.boundUsdPerHour());
            } else if (budget.isSpent()) {
                bound = Math.min(bound, candidate.boundUsdPerHour());
                complete = false;
            } else {
                attempt(candidate);
            }
        }
        return best.map(this::withSolverFacts);
    }

    /** Whether there is any plan, whatever it costs; stops at the first. */
    boolean findsAny() {
        List<WorkerKind> kinds = WorkerKind.of(problem);
        return Combinations.eligible(problem).stream()
                .map(combination -> Instance.of(problem, combination, kinds, spread))
                .anyMatch(instance ->
                        hasSolution(LinearModel.relaxed(), instance) && hasSolution(LinearModel.whole(), instance));
    }

    private boolean hasSolution(LinearModel unbuilt, Instance instance) {
        try (LinearModel model = unbuilt) {
            new PlacementModel(instance, model);
            return solve(model, ANY_GAP).kind() == Verdict.Kind.SOLVED;
        }
    }

    private List<Candidate> candidates() {
        List<WorkerKind> kinds = WorkerKind.of(problem);
        List<Candidate> candidates = new ArrayList<>();
        for (Combination combination : Combinations.eligible(problem)) {
            Instance instance = Instance.of(problem, combination, kinds, spread);
            relaxedCost(instance).ifPresent(cost -> candidates.add(new Candidate(instance, cost)));
        }
        candidates.sort(Comparator.comparing((Candidate candidate) -> candidate.boundUsdPerHour() == 0)
                .thenComparingDouble(Candidate::boundUsdPerHour)
                .thenComparing(Comparator.comparingDouble((Candidate candidate) ->
                                candidate.instance().combination().totalAccuracy())
                        .reversed())
                .thenComparing(candidate ->
                        candidate.instance().combination().variantByOperator().toString()));
        return candidates;
    }

    /** No plan of the instance costs less; empty: there is none. Where half of the budget is spent, nothing is known: 0. */
    private OptionalDouble relaxedCost(Instance instance) {
        if (budget.isHalfSpent()) {
            return OptionalDouble.of(0);
        }
        try (LinearModel model = LinearModel.relaxed()) {
            new PlacementModel(instance, model);
            Verdict verdict = solve(model, GAP);
            return switch (verdict.kind()) {
                case SOLVED -> OptionalDouble.of(verdict.bound());
                case UNKNOWN -> OptionalDouble.of(0);
                case NO_SOLUTION -> OptionalDouble.empty();
            };
        }
    }

    private Verdict solve(LinearModel model, double gap) {
        Verdict verdict = model.solve(gap, budget.untilBackstop());
        budget.spend(model.work());
        return verdict;
    }

    private void attempt(Candidate candidate) {
        if (!attempt(candidate, LinearModel.whole()) && !attempt(candidate, LinearModel.wholeByAnother())) {
            learnNothing(candidate);
        }
    }

    /** False if the solver's solution breaks rules, so that nothing is known. */
    private boolean attempt(Candidate candidate, LinearModel unbuilt) {
        double cutOff = best.map(found -> cutOff(found, candidate)).orElse(Double.POSITIVE_INFINITY);
        try (LinearModel model = unbuilt) {
            PlacementModel placement = new PlacementModel(candidate.instance(), model);
            if (best.isPresent()) {
                model.cutOff(cutOff);
            }
            Verdict verdict = solve(model, GAP);
            switch (verdict.kind()) {
                case SOLVED -> {
                    if (!model.holds()) {
                        return false;
                    }
                    bound = Math.min(bound, verdict.bound());
                    Solution solution = polished(candidate.instance(), model.wholeValues())
                            .orElseGet(() -> Solution.of(placement.variables()));
                    keepIfBetter(new Found(candidate, plan(candidate, solution)));
                }
                case NO_SOLUTION -> bound = Math.min(bound, cutOff);
                case UNKNOWN -> learnNothing(candidate);
            }
            return true;
        }
    }

    private void learnNothing(Candidate candidate) {
        bound = Math.min(bound, candidate.boundUsdPerHour());
        complete = false;
    }

    /** The same numbers of workers, loads and flows exact to the last digits: the whole-number solver is coarser. */
    private Optional<Solution> polished(Instance instance, List<Double> wholeValues) {
        try (LinearModel model = LinearModel.relaxed()) {
            PlacementModel placement = new PlacementModel(instance, model);
            model.fixWholes(wholeValues);
            return solve(model, GAP).kind() == Verdict.Kind.SOLVED
                    ? Optional.of(Solution.of(placement.variables()))
                    : Optional.empty();
        }
    }

    private Plan plan(Candidate candidate, Solution solution) {
        Solver notYetKnown = new Solver(SOLVER, Solver.Status.FEASIBLE, 0, 0);
        return new PlanAssembly(candidate.instance(), solution).plan(inputsSha256, notYetKnown);
    }

    /** What a plan of the candidate may cost to be kept: less than the best, or the same if it is more accurate. */
    private static double cutOff(Found found, Candidate candidate) {
        double cost = found.plan().cost().total();
        boolean winsATie = candidate.instance().combination().totalAccuracy()
                >= found.candidate().instance().combination().totalAccuracy();
        return winsATie ? cost * (1 + SAME_COST) : cost * (1 - GAP);
    }

    /** Ties in cost go to higher accuracy, then fewer workers, then the order of names. */
    private void keepIfBetter(Found found) {
        if (best.isEmpty() || isBetter(found, best.get())) {
            best = Optional.of(found);
        }
    }

    private static boolean isBetter(Found one, Found other) {
        double difference = one.plan().cost().total() - other.plan().cost().total();
        if (Math.abs(difference) > SAME_COST * other.plan().cost().total()) {
            return difference < 0;
        }
        int byAccuracy = Double.compare(
                one.candidate().instance().combination().totalAccuracy(),
                other.candidate().instance().combination().totalAccuracy());
        if (byAccuracy != 0) {
            return byAccuracy > 0;
        }
        int byWorkers = Integer.compare(one.plan().workers(), other.plan().workers());
        return byWorkers != 0
                ? byWorkers < 0
                : one.plan()
                                .variantByOperator()
                                .toString()
                                .compareTo(other.plan().variantByOperator().toString())
                        < 0;
    }

    private Plan withSolverFacts(Found found) {
        double cost = found.plan().cost().total();
        double provenBound = Math.min(bound, cost);
        double gap = cost == 0 ? 0 : (cost - provenBound) / cost;
        Solver.Status status = gap <= OPTIMAL_GAP ? Solver.Status.OPTIMAL : Solver.Status.FEASIBLE;
        return found.plan().withSolver(new Solver(SOLVER, status, provenBound, gap));
    }
}
