package io.jellybean.domain.profile;

import io.jellybean.domain.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end-to-end accuracy by combination of variants; a combination that is not listed cannot be chosen.
 *
 * @param operators those with a choice, in the order of the rows' variants
 * @param metric what is counted, such as {@code IDF1}; null if it is not said
 * @param set one line on the data; null if it is not said
 */
public record AccuracyTable(
        List<String> operators,
        List<AccuracyRow> rows,
        @Nullable String metric,
        @Nullable String set) {
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

    /** A table that does not say how it was measured. */
    public AccuracyTable(List<String> operators, List<AccuracyRow> rows) {
        this(operators, rows, null, null);
    }
}
