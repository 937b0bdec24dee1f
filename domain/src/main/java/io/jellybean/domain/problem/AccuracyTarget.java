package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * The end-to-end accuracy that one workflow must reach.
 *
 * @param target inclusive, in the unit of the table
 * @param operators those with a choice, in the order of the rows' variants
 * @param table a combination that is not listed cannot be chosen
 */
public record AccuracyTarget(double target, List<String> operators, List<Row> table) {

    /** The accuracy of one combination. */
    public record Row(List<String> variants, double value) {
        public Row {
            variants = List.copyOf(variants);
            Require.finite("accuracy: value of %s".formatted(variants), value);
        }
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
}
