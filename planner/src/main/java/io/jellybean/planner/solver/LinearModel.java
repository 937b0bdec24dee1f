package io.jellybean.planner.solver;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear model with whole numbers (CBC or SCIP), or its relaxation without them (GLOP). Holds native memory until it is
 * closed. Not thread-safe.
 */
final class LinearModel implements AutoCloseable {

    private static final double FEASIBILITY = 1e-6;

    static {
        Loader.loadNativeLibraries();
    }

    private final MPSolver solver;
    private final boolean relaxed;
    private final Expression objective = new Expression();
    private final List<MPVariable> wholes = new ArrayList<>();

    private LinearModel(String solverName, boolean relaxed) {
        this.solver = MPSolver.createSolver(solverName);
        this.relaxed = relaxed;
    }

    /** By the solver that is mostly the fastest. What it calls a solution may break a rule: see {@link #holds}. */
    static LinearModel whole() {
        return new LinearModel("CBC", false);
    }

    /** By another solver, for what the first one gets wrong. */
    static LinearModel wholeByAnother() {
        return new LinearModel("SCIP", false);
    }

    static LinearModel relaxed() {
        return new LinearModel("GLOP", true);
    }

    MPVariable number(double least, double greatest, String name) {
        return solver.makeNumVar(least, greatest, unique(name));
    }

    MPVariable whole(double least, double greatest, String name) {
        MPVariable variable = solver.makeVar(least, greatest, !relaxed, unique(name));
        wholes.add(variable);
        return variable;
    }

    void atMost(Expression expression, double bound) {
        row(expression, Double.NEGATIVE_INFINITY, bound);
    }

    void atLeast(Expression expression, double bound) {
        row(expression, bound, Double.POSITIVE_INFINITY);
    }

    void equal(Expression expression, double value) {
        row(expression, value, value);
    }

    /** Adds to what is to be least. */
    void minimise(double factor, MPVariable variable) {
        objective.plus(factor, variable);
    }

    /** Only solutions of at most that objective are of interest. */
    void cutOff(double greatestObjective) {
        atMost(objective, greatestObjective);
    }

    /** The whole numbers of the last solution, in the order of their making. */
    List<Double> wholeValues() {
        return values().stream().map(value -> (double) Math.round(value)).toList();
    }

    /** What should be whole numbers in the last solution, as the solver left them. */
    List<Double> values() {
        return wholes.stream().map(MPVariable::solutionValue).toList();
    }

    /** Whether the last solution keeps all rules to a millionth, which is not to be taken for granted. */
    boolean holds() {
        return solver.verifySolution(FEASIBILITY, false);
    }

    /** Fixes the whole numbers, given in the order of their making. */
    void fixWholes(List<Double> values) {
        for (int i = 0; i < wholes.size(); i++) {
            wholes.get(i).setBounds(values.get(i), values.get(i));
        }
    }

    Verdict solve(double relativeGap, Duration limit) {
        MPObjective least = solver.objective();
        objective.coefficients().forEach(least::setCoefficient);
        least.setMinimization();
        solver.setTimeLimit(Math.max(1, limit.toMillis()));
        try (Parameters parameters = new Parameters(relativeGap)) {
            return switch (solver.solve(parameters.handle())) {
                case OPTIMAL -> new Verdict(Verdict.Kind.SOLVED, bound(relaxed ? least.value() : least.bestBound()));
                case FEASIBLE -> new Verdict(Verdict.Kind.SOLVED, bound(least.bestBound()));
                case INFEASIBLE -> new Verdict(Verdict.Kind.NO_SOLUTION, Double.POSITIVE_INFINITY);
                case NOT_SOLVED, ABNORMAL, UNBOUNDED, MODEL_INVALID -> new Verdict(Verdict.Kind.UNKNOWN, 0);
            };
        }
    }

    /** What the last solution took, in linear programs: one and the nodes of the search tree. */
    long work() {
        return 1 + (relaxed ? 0 : solver.nodes());
    }

    @Override
    public void close() {
        solver.delete();
    }

    /** Prices are not negative, whatever the rounding. */
    private static double bound(double value) {
        return Math.max(0, value);
    }

    private void row(Expression expression, double least, double greatest) {
        MPConstraint row = solver.makeConstraint(least, greatest);
        expression.coefficients().forEach(row::setCoefficient);
    }

    /** A name that stands twice ends the process. */
    private String unique(String name) {
        return name + solver.numVariables();
    }

    /** Native memory of the parameters. */
    private record Parameters(MPSolverParameters handle) implements AutoCloseable {
        Parameters(double relativeGap) {
            this(new MPSolverParameters());
            handle.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, relativeGap);
        }

        @Override
        public void close() {
            handle.delete();
        }
    }
}
