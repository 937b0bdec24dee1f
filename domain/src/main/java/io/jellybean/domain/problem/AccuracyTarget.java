package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end-to-end accuracy that one workflow must reach.
 *
 * @param workflow whose accuracy it is; null where the problem does not say
 * @param target inclusive, in the unit of the table
 * @param operators those with a choice, in the order of the rows' variants
 * @param table a combination that is not listed cannot be chosen
 */
public record AccuracyTarget(@Nullable String workflow, double target, List<String> operators, List<Row> table) {

    /** The accuracy of one combination. */
    public record Row(List<String> variants, double value) {
        public Row {
            variants = List.copyOf(variants);
            Require.finite("accuracy: value of %s".formatted(variants), value);
        }
    }

    /** A target that does not say of which workflow it is. */
    public AccuracyTarget(double target, List<String> operators, List<Row> table) {
        this(null, target, operators, table);
    }

    public AccuracyTarget {
        Require.finite("accuracy: target", target);
        operators = List.copyOf(operators);
        table = List.copyOf(table);
        Require.distinct("accuracy: operators", operators);
        Require.distinct("accuracy: table", table.stream().map(Row::variants).toList());
        for (Row row : table) {
            if (row.variants().size() != operators.size()) {
                throw new IllegalArgumentException(
                        "accuracy: row %s must name one variant for each of %s".formatted(row.variants(), operators));
            }
        }
    }

    /** What a person reads: accuracy, and of which workflow if that is said. */
    public String label() {
        return workflow == null ? "accuracy" : workflow + " accuracy";
    }

    /** The same with another target. */
    public AccuracyTarget withTarget(double other) {
        return new AccuracyTarget(workflow, other, operators, table);
    }
}
