package io.jellybean.operators.assignment;

import java.util.Arrays;

/**
 * Rows are added one at a time; each is matched along the shortest alternating path to a free column, by Dijkstra's
 * method over reduced costs cost[row][column] - rowPotential[row] - columnPotential[column] >= 0. Wants rows <= columns.
 */
final class ShortestPaths {

    private final double[][] costs;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowByColumn;

    /** The column before each on the shortest path, {@link Assignment#NONE} for the new row itself. */
    private final int[] columnBefore;

    private final double[] distance;
    private final boolean[] reached;

    ShortestPaths(double[][] costs, int columns) {
        this.costs = costs;
        this.rows = costs.length;
        this.columns = columns;
        this.rowPotential = new double[rows];
        this.columnPotential = new double[columns];
        this.rowByColumn = new int[columns];
        this.columnBefore = new int[columns];
        this.distance = new double[columns];
        this.reached = new boolean[columns];
        Arrays.fill(rowByColumn, Assignment.NONE);
    }

    int[] solve() {
        for (int row = 0; row < rows; row++) {
            augment(row, freeColumnNearestTo(row));
        }
        int[] columnByRow = new int[rows];
        for (int column = 0; column < columns; column++) {
            if (rowByColumn[column] != Assignment.NONE) {
                columnByRow[rowByColumn[column]] = column;
            }
        }
        return columnByRow;
    }

    private int freeColumnNearestTo(int newRow) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(columnBefore, Assignment.NONE);
        Arrays.fill(reached, false);
        int row = newRow;
        int from = Assignment.NONE;
        while (true) {
            int next = nearestAfterRelaxing(row, from);
            shiftPotentials(newRow, distance[next]);
            reached[next] = true;
            if (rowByColumn[next] == Assignment.NONE) {
                return next;
            }
            from = next;
            row = rowByColumn[next];
        }
    }

    private int nearestAfterRelaxing(int row, int from) {
        int nearest = Assignment.NONE;
        for (int column = 0; column < columns; column++) {
            if (reached[column]) {
                continue;
            }
            double reduced = costs[row][column] - rowPotential[row] - columnPotential[column];
            if (reduced < distance[column]) {
                distance[column] = reduced;
                columnBefore[column] = from;
            }
            if (nearest == Assignment.NONE || distance[column] < distance[nearest]) {
                nearest = column;
            }
        }
        return nearest;
    }

    /** Moves the search's frontier to distance 0, which keeps the reduced costs of matched pairs at 0. */
    private void shiftPotentials(int newRow, double by) {
        rowPotential[newRow] += by;
        for (int column = 0; column < columns; column++) {
            if (reached[column]) {
                rowPotential[rowByColumn[column]] += by;
                columnPotential[column] -= by;
            } else {
                distance[column] -= by;
            }
        }
    }

    private void augment(int newRow, int freeColumn) {
        int column = freeColumn;
        while (columnBefore[column] != Assignment.NONE) {
            rowByColumn[column] = rowByColumn[columnBefore[column]];
            column = columnBefore[column];
        }
        rowByColumn[column] = newRow;
    }
}
