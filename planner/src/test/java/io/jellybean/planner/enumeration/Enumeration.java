package io.jellybean.planner.enumeration;

import com.google.ortools.linearsolver.MPSolver;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.Worker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The optimum of a small problem by trying everything that is whole: variants, numbers of workers, batch sizes, homes of
 * stateful operators, and the latest moments at which requests leave. What remains is linear ({@link FixedProgram}). Written
 * from the definition of the problem; shares no code with the planner.
 */
final class Enumeration {

    private final PlanningProblem problem;
    private final List<Kind> kinds;
    private double best = Double.POSITIVE_INFINITY;

    /** Workers that differ in their id only. */
    record Kind(int tier, String type, double usdPerHour, int slots, int count) {
        Group group() {
            return new Group(tier, type);
        }
    }

    /** Workers of one tier and type, which batches and state are about. */
    record Group(int tier, String type) {}

    /** How many workers of a kind serve an operator; under shared, all operators ("" is none in particular). */
    record Count(String operator, Kind kind) {}

    Enumeration(PlanningProblem problem) {
        com.google.ortools.Loader.loadNativeLibraries();
        this.problem = problem;
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Worker worker : problem.workers()) {
            counts.merge(
                    new Kind(worker.tier(), worker.type(), worker.usdPerHour(), worker.slots(), 0), 1, Integer::sum);
        }
        kinds = counts.entrySet().stream()
                .map(entry -> new Kind(
                        entry.getKey().tier(),
                        entry.getKey().type(),
                        entry.getKey().usdPerHour(),
                        entry.getKey().slots(),
                        entry.getValue()))
                .toList();
    }

    /** The least cost; empty if there is no plan. */
    OptionalDouble optimum() {
        List<Map<Count, Integer>> numbers = numbers();
        numbers.sort(Comparator.comparingDouble(Enumeration::price));
        for (Map<String, String> variants : variants()) {
            for (Map<Count, Integer> workers : numbers) {
                if (price(workers) >= best) {
                    break;
                }
                for (FixedProgram program : FixedProgram.allOf(problem, variants, workers)) {
                    best = Math.min(best, price(workers) + program.linkUsdPerHour());
                }
            }
        }
        return best == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private static double price(Map<Count, Integer> workers) {
        return workers.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().kind().usdPerHour() * entry.getValue())
                .sum();
    }

    /** All choices of variants that reach all targets. */
    private List<Map<String, String>> variants() {
        List<Map<String, String>> all = List.of(Map.of());
        for (ProblemOperator operator : problem.operators()) {
            all = all.stream()
                    .flatMap(begun -> operator.variants().stream().map(variant -> {
                        Map<String, String> longer = new HashMap<>(begun);
                        longer.put(operator.id(), variant);
                        return longer;
                    }))
                    .toList();
        }
        return all.stream()
                .filter(variants -> problem.accuracies().stream().allMatch(target -> reaches(target, variants)))
                .toList();
    }

    private static boolean reaches(AccuracyTarget target, Map<String, String> variants) {
        List<String> row = target.operators().stream().map(variants::get).toList();
        return target.table().stream()
                .anyMatch(listed -> listed.variants().equals(row) && listed.value() >= target.target());
    }

    /** All numbers of workers: per kind under shared, per operator and kind under exclusive. */
    private List<Map<Count, Integer>> numbers() {
        List<Map<Count, Integer>> all = new ArrayList<>(List.of(Map.of()));
        boolean shared = problem.policy().workerSharing() == WorkerSharing.SHARED;
        List<String> users = shared
                ? List.of("")
                : problem.operators().stream().map(ProblemOperator::id).toList();
        for (Kind kind : kinds) {
            for (String user : users) {
                Count count = new Count(user, kind);
                List<Map<Count, Integer>> longer = new ArrayList<>();
                for (Map<Count, Integer> begun : all) {
                    int left = kind.count()
                            - users.stream()
                                    .mapToInt(other -> begun.getOrDefault(new Count(other, kind), 0))
                                    .sum();
                    for (int number = 0; number <= left; number++) {
                        Map<Count, Integer> next = new LinkedHashMap<>(begun);
                        next.put(count, number);
                        longer.add(next);
                    }
                }
                all = longer;
            }
        }
        return all;
    }

    static MPSolver linearSolver() {
        return MPSolver.createSolver("GLOP");
    }
}
