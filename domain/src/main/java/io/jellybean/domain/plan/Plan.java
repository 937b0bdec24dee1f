package io.jellybean.domain.plan;

import io.jellybean.domain.Require;
import io.jellybean.domain.infrastructure.GroupId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answer to one planning problem.
 *
 * @param inputsSha256 of the problem's canonical text, 64 lower-case hexadecimal digits
 * @param accuracies what is reached, one per workflow of the problem, in its order and unit
 * @param variantByOperator one chosen variant for every operator
 * @param groups the workers that are paid for
 * @param placements at most one per operator and group; kept in the order of their names
 * @param flows on every channel of the workflow
 */
public record Plan(
        String inputsSha256,
        Solver solver,
        Cost cost,
        List<Double> accuracies,
        Map<String, String> variantByOperator,
        List<UsedGroup> groups,
        List<Placement> placements,
        List<Flow> flows) {
    public Plan {
        if (!inputsSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "plan: inputsSha256 must be 64 lower-case hexadecimal digits, but was \"%s\""
                            .formatted(inputsSha256));
        }
        accuracies = List.copyOf(accuracies);
        variantByOperator = Collections.unmodifiableMap(new TreeMap<>(variantByOperator));
        groups = List.copyOf(groups);
        placements = placements.stream()
                .sorted(Comparator.comparing(Placement::operator).thenComparing(Placement::group))
                .toList();
        flows = List.copyOf(flows);
        Require.distinct(
                "plan: placements",
                placements.stream()
                        .map(placement -> placement.operator() + "@" + placement.group())
                        .toList());
        Set<String> placed = placements.stream().map(Placement::operator).collect(Collectors.toSet());
        if (!placed.equals(variantByOperator.keySet())) {
            throw new IllegalArgumentException("plan: operators %s have a variant, but %s have a place"
                    .formatted(variantByOperator.keySet(), placed));
        }
    }

    /** The least accuracy of the workflows; of one workflow its accuracy. */
    public double accuracy() {
        return accuracies.stream().mapToDouble(Double::doubleValue).min().orElse(1.0);
    }

    /** The same as an answer to another problem, of which this one was a part. */
    public Plan withInputsSha256(String sha256) {
        return new Plan(sha256, solver, cost, accuracies, variantByOperator, groups, placements, flows);
    }

    /** The same with other facts on how it was found. */
    public Plan withSolver(Solver other) {
        return new Plan(inputsSha256, other, cost, accuracies, variantByOperator, groups, placements, flows);
    }

    /** Where an operator runs. */
    public List<Placement> placementsOf(String operator) {
        return placements.stream()
                .filter(placement -> placement.operator().equals(operator))
                .toList();
    }

    /** The flows that an operator receives on a group. */
    public List<Flow> flowsInto(String operator, GroupId group) {
        return flows.stream()
                .filter(flow -> flow.to().equals(operator) && flow.toGroup().equals(group))
                .toList();
    }

    /** How many workers are paid for. */
    public int workers() {
        return groups.stream().mapToInt(UsedGroup::workers).sum();
    }
}
