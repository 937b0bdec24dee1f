package io.jellybean.operators.assignment;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the least sum of costs, exactly: the Hungarian method with shortest augmenting
 * paths and potentials (Kuhn 1955; Jonker and Volgenant 1987), in O(rows^2 columns) for rows <= columns. Stateless.
 */
public final class Assignment {

    /** What a row without a column has. */
    public static final int NONE = -1;

    private Assignment() {}

    /**
     * Matches min(rows, columns) pairs at least cost.
     *
     * @param costs [rows][columns], rectangular, finite, of any sign
     * @return for each row its column, or {@link #NONE}
     * @throws IllegalArgumentException if the costs are not rectangular or not finite
     */
    public static int[] cheapest(double[][] costs) {
        int rows = costs.length;
        int columns = rows == 0 ? 0 : costs[0].length;
        check(costs, columns);
        if (rows <= columns) {
            return new ShortestPaths(costs, columns).solve();
        }
        int[] rowByColumn = new ShortestPaths(transposed(costs, columns), rows).solve();
        int[] columnByRow = new int[rows];
        Arrays.fill(columnByRow, NONE);
        for (int column = 0; column < columns; column++) {
            columnByRow[rowByColumn[column]] = column;
        }
        return columnByRow;
    }

    /**
     * Matches only pairs that are worth something, so that the sum of worths is greatest.
     *
     * @param worths [rows][columns], rectangular, finite; a worth of 0 or less forbids the pair
     * @return for each row its column, or {@link #NONE}
     * @throws IllegalArgumentException if the worths are not rectangular or not finite
     */
    public static int[] worthiest(double[][] worths) {
        double[][] costs = new double[worths.length][];
        for (int row = 0; row < worths.length; row++) {
            costs[row] = new double[worths[row].length];
            for (int column = 0; column < worths[row].length; column++) {
                // NaN must reach the check of the costs, and Math.max keeps it.
                costs[row][column] = -Math.max(worths[row][column], 0);
            }
        }
        int[] columnByRow = cheapest(costs);
        for (int row = 0; row < columnByRow.length; row++) {
            if (columnByRow[row] != NONE && !(worths[row][columnByRow[row]] > 0)) {
                columnByRow[row] = NONE;
            }
        }
        return columnByRow;
    }

    private static void check(double[][] costs, int columns) {
        for (int row = 0; row < costs.length; row++) {
            if (costs[row].length != columns) {
                throw new IllegalArgumentException(
                        "assignment: row %d has %d costs, but row 0 has %d".formatted(row, costs[row].length, columns));
            }
            for (double cost : costs[row]) {
                if (!Double.isFinite(cost)) {
                    throw new IllegalArgumentException(
                            "assignment: row %d has the cost %s; costs must be finite".formatted(row, cost));
                }
            }
        }
    }

    private static double[][] transposed(double[][] costs, int columns) {
        double[][] turned = new double[columns][costs.length];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column][row] = costs[row][column];
            }
        }
        return turned;
    }
}
