package io.jellybean.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows of results: CSV for programs, Markdown for people. */
public final class ResultTable {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param columns their titles; the first column is text, the others are numbers
     */
    public ResultTable(String... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has more or fewer cells than there are columns
     */
    public void add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of results: must have %d cells, but has %d".formatted(columns.size(), cells.length));
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
    }

    /** A number with so many decimals, in the same notation everywhere. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    String csv() {
        List<List<String>> lines = new ArrayList<>(List.of(columns));
        lines.addAll(rows);
        return lines.stream()
                .map(line -> line.stream().map(ResultTable::quoted).collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    String markdown() {
        return line(columns)
                + line(Collections.nCopies(columns.size(), "--:")).replaceFirst("--:", "---")
                + rows.stream().map(ResultTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
