package io.jellybean.planner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** The problems of {@code examples/planning-problems} with their proven optima. */
public final class PublishedProblems {

    private static final Path FOLDER = Path.of("../examples/planning-problems");

    private static final Map<String, Policy> POLICIES = Map.of(
            "exclusive", new Policy(WorkerSharing.EXCLUSIVE, 1.0, 0),
            "shared", new Policy(WorkerSharing.SHARED, 1.0, 0),
            "exclusiveAt80Percent", new Policy(WorkerSharing.EXCLUSIVE, 0.8, 0),
            "sharedAt80Percent", new Policy(WorkerSharing.SHARED, 0.8, 0));

    private PublishedProblems() {}

    /** A problem and its optimum; no optimum: infeasible. */
    public record Case(String name, PlanningProblem problem, OptionalDouble optimum) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static PlanningProblem problem(String name) {
        return ProblemFile.read(FOLDER.resolve(name + ".json"));
    }

    /** Each under four policies. */
    public static List<Case> basic() {
        List<Case> cases = new ArrayList<>();
        expected()
                .get("basic")
                .properties()
                .forEach(entry -> POLICIES.keySet().stream()
                        .sorted()
                        .forEach(policy -> cases.add(new Case(
                                entry.getKey() + " " + policy,
                                problem(entry.getKey()).withPolicy(policy(policy)),
                                number(entry.getValue().get(policy))))));
        return cases;
    }

    /** Each exclusive at full utilisation, with what a method answers that {@code expected.json} names. */
    public static List<Case> answeredBy(String method) {
        List<Case> cases = new ArrayList<>();
        expected().get("basic").properties().forEach(entry -> {
            if (entry.getValue().has(method)) {
                JsonNode answer = entry.getValue().get(method);
                cases.add(new Case(
                        entry.getKey() + " " + method,
                        problem(entry.getKey()).withPolicy(policy("exclusive")),
                        answer.isNumber() ? OptionalDouble.of(answer.doubleValue()) : OptionalDouble.empty()));
            }
        });
        return cases;
    }

    /** Each under its own policy. */
    public static List<Case> extended() {
        List<Case> cases = new ArrayList<>();
        expected()
                .get("extended")
                .properties()
                .forEach(entry -> cases.add(new Case(
                        entry.getKey(),
                        problem(entry.getKey()),
                        number(entry.getValue().get("optimum")))));
        return cases;
    }

    private static Policy policy(String name) {
        return Objects.requireNonNull(POLICIES.get(name));
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.doubleValue());
    }

    private static JsonNode expected() {
        try {
            return new ObjectMapper().readTree(Files.readString(FOLDER.resolve("expected.json")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
