package io.jellybean.benchmarks.plans;

import io.jellybean.domain.io.ProblemFile;
import io.jellybean.domain.problem.AccuracyTarget;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.ChangedProblem;
import io.jellybean.planner.compile.PlanningInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The problems of the examples, each at several rates and targets of accuracy. */
final class ComparedProblems {

    /** Of the rates that a problem asks for. */
    private static final List<Double> RATES = List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0);

    /** Of the accuracies that a workflow can reach, beside the one that is asked for: as many, evenly apart. */
    private static final int TARGETS = 4;

    private final Path examples;

    /**
     * @param examples the folder with {@code planning-problems} and a folder for each workflow
     */
    ComparedProblems(Path examples) {
        this.examples = examples;
    }

    /** What a problem is about. */
    enum Family {
        QUESTIONS("Visual question answering"),
        VEHICLES("Vehicle tracking"),
        QUESTIONS_MEASURED("Visual question answering, measured"),
        VEHICLES_MEASURED("Vehicle tracking, measured"),
        OTHER("Other problems");

        private final String title;

        Family(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** In names of files. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Family of(String file) {
            if (file.contains("vqa")) {
                return QUESTIONS;
            }
            return file.startsWith("vehicle") ? VEHICLES : OTHER;
        }
    }

    /**
     * A point of the grid.
     *
     * @param rate as a factor on the rates that are asked for
     * @param target the accuracy that is asked for; of several workflows together, that of the first
     */
    record Point(Family family, String name, double rate, double target, PlanningProblem problem) {}

    /** Whole files first, in the order of their names. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (Path file : problemFiles()) {
            String name = fileName(file).replace(".json", "");
            addGrid(Family.of(name), name, ProblemFile.read(file), points);
        }
        addGrid(Family.QUESTIONS_MEASURED, "spoken-vqa", measured("spoken-vqa"), points);
        addGrid(Family.VEHICLES_MEASURED, "vehicle-tracking", measured("vehicle-tracking"), points);
        return points;
    }

    private List<Path> problemFiles() {
        try (Stream<Path> files = Files.list(examples.resolve("planning-problems"))) {
            return files.filter(file -> fileName(file).endsWith(".json"))
                    .filter(file -> !fileName(file).equals("expected.json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the examples", unreadable);
        }
    }

    private PlanningProblem measured(String workflow) {
        Path folder = examples.resolve(workflow);
        return PlanningInputs.read(
                        List.of(folder.resolve("workflow.yaml")),
                        examples.resolve("vehicle-tracking/infrastructure.yaml"),
                        List.of(folder.resolve("profile.yaml")))
                .problem();
    }

    private static void addGrid(Family family, String name, PlanningProblem problem, List<Point> points) {
        for (double rate : RATES) {
            for (double target : targets(problem)) {
                ChangedProblem changed = new ChangedProblem(problem).withRatesTimes(rate);
                points.add(new Point(
                        family,
                        name,
                        rate,
                        target,
                        changed.withAccuracyTarget(0, target).problem()));
            }
        }
    }

    private static List<Double> targets(PlanningProblem problem) {
        AccuracyTarget asked = problem.accuracies().get(0);
        List<Double> reachable = List.copyOf(new TreeSet<>(
                asked.table().stream().map(AccuracyTarget.Row::value).toList()));
        TreeSet<Double> targets = new TreeSet<>(List.of(asked.target()));
        for (int i = 0; i < TARGETS && !reachable.isEmpty(); i++) {
            targets.add(reachable.get(i * (reachable.size() - 1) / (TARGETS - 1)));
        }
        return List.copyOf(targets);
    }

    private static String fileName(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }
}
