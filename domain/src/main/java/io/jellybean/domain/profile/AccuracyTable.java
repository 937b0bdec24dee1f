package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * The end-to-end accuracy by combination of variants; a combination that is not listed cannot be chosen.
 *
 * @param operators those with a choice, in the order of the rows' variants
 */
public record AccuracyTable(List<String> operators, List<AccuracyRow> rows) {
    public AccuracyTable {
        operators = List.copyOf(operators);
        rows = List.copyOf(rows);
        Require.distinct("accuracy: operators", operators);
        Require.distinct(
                "accuracy: rows", rows.stream().map(AccuracyRow::variants).toList());
        for (AccuracyRow row : rows) {
            if (row.variants().size() != operators.size()) {
                throw new IllegalArgumentException(
                        "accuracy: row %s must name one variant for each of %s".formatted(row.variants(), operators));
            }
        }
    }
}
