package io.jellybean.planner.solver;

import com.google.ortools.linearsolver.MPVariable;
import java.util.LinkedHashMap;
import java.util.Map;

/** A linear expression; coefficients of one variable add up. */
final class Expression {

    private final Map<MPVariable, Double> coefficients = new LinkedHashMap<>();

    Expression plus(double coefficient, MPVariable variable) {
        coefficients.merge(variable, coefficient, Double::sum);
        return this;
    }

    Expression plus(double factor, Expression other) {
        other.coefficients.forEach((variable, coefficient) -> plus(factor * coefficient, variable));
        return this;
    }

    Map<MPVariable, Double> coefficients() {
        return coefficients;
    }
}
