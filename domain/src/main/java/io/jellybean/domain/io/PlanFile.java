package io.jellybean.domain.io;

import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import java.nio.file.Path;

/**
 * A plan, {@code jellybean-plan/1}: with its {@code deployment}, if it has one, all that a cluster needs, with its
 * {@code problem}, if it has it, all that is needed to explain it. The fields
 * {@code models}, {@code assignment}, {@code flows} and {@code batches} are those of the exchange format of planning
 * problems, so that any checker of that format can price the file.
 */
public final class PlanFile {

    static final String FORMAT = "jellybean-plan/1";

    private PlanFile() {}

    /**
     * Reads a plan; a deployment in the file is left aside.
     *
     * @throws BadInputException with all mistakes, if there are any
     */
    public static Plan read(Path path) {
        return parse(path.toString(), InputFile.text(path));
    }

    /** As {@link #read}, from text; {@code name}, which ends in {@code .json}, stands in the errors. */
    public static Plan parse(String name, String text) {
        return FieldReader.readFile(name, text, PlanReader::plan);
    }

    /**
     * Reads a plan with its deployment.
     *
     * @throws BadInputException with all mistakes, if there are any; a missing deployment is one
     */
    public static DeployablePlan readDeployable(Path path) {
        return parseDeployable(path.toString(), InputFile.text(path));
    }

    /** As {@link #readDeployable}, from text; {@code name}, which ends in {@code .json}, stands in the errors. */
    public static DeployablePlan parseDeployable(String name, String text) {
        return FieldReader.readFile(name, text, PlanReader::deployablePlan);
    }

    /**
     * Reads a plan with the problem that it answers.
     *
     * @throws BadInputException with all mistakes, if there are any; a missing problem is one, and so is another one
     */
    public static AnsweredProblem readAnswered(Path path) {
        return FieldReader.readFile(path.toString(), InputFile.text(path), PlanReader::answeredProblem);
    }

    /** Writes a plan that {@link #readAnswered} reads back as it was. */
    public static void write(Path path, Plan plan, PlanningProblem problem) {
        OutputFile.write(path, PlanWriter.with(problem, PlanWriter.plan(plan)).text());
    }

    /** Writes a plan that {@link #readDeployable} and {@link #readAnswered} read back as it was. */
    public static void write(Path path, DeployablePlan plan, PlanningProblem problem) {
        OutputFile.write(
                path, PlanWriter.with(problem, PlanWriter.deployablePlan(plan)).text());
    }

    /** Writes a plan that {@link #read} reads back as it was. */
    public static void write(Path path, Plan plan) {
        OutputFile.write(path, text(plan));
    }

    /** The text of a plan's file; the same for equal plans. */
    public static String text(Plan plan) {
        return PlanWriter.plan(plan).text();
    }

    /** The text of a plan's file; the same for equal plans. */
    public static String text(DeployablePlan plan) {
        return PlanWriter.deployablePlan(plan).text();
    }
}
