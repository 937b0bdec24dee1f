package io.jellybean.operators.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

    @Test
    void findsTheCheapestAssignmentThatGreedyMisses() {
        // given: the cheapest pair of all would leave the other row the dearest
        double[][] costs = {{1, 2}, {2, 100}};

        // when
        int[] columnByRow = Assignment.cheapest(costs);

        // then
        assertThat(columnByRow).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5", "5,1", "2,3", "4,4", "3,6", "6,3", "6,6", "7,5", "5,7"})
    void agreesWithBruteForceOnRandomCosts(int rows, int columns) {
        Random random = new Random(rows * 31L + columns);
        for (int round = 0; round < 200; round++) {
            // given: every second round whole numbers, so that there are ties, and some costs below 0
            double[][] costs = new double[rows][columns];
            boolean whole = round % 2 == 0;
            for (double[] row : costs) {
                Arrays.setAll(row, i -> whole ? random.nextInt(7) - 2 : 10 * random.nextDouble() - 3);
            }

            // when
            int[] columnByRow = Assignment.cheapest(costs);

            // then
            assertThat(matchedColumns(columnByRow))
                    .hasSize(Math.min(rows, columns))
                    .doesNotHaveDuplicates();
            assertThat(cost(costs, columnByRow)).isCloseTo(leastCost(costs, rows, columns), within(1e-9));
        }
    }

    @Test
    void solvesHundredsOfRowsWhoseCheapestAssignmentIsKnown() {
        // given: u[i] + v[j] costs the same for every assignment; each row is 1 cheaper at one column of its own
        int size = 300;
        Random random = new Random(7);
        int[] own = random.ints(0, size).distinct().limit(size).toArray();
        double[] v = random.doubles(size, 0, 50).toArray();
        double[][] costs = new double[size][size];
        for (int row = 0; row < size; row++) {
            double u = 50 * random.nextDouble();
            int ownColumn = own[row];
            Arrays.setAll(costs[row], column -> u + v[column] - (column == ownColumn ? 1 : 0));
        }

        // when, then
        assertThat(Assignment.cheapest(costs)).containsExactly(own);
    }

    @Test
    void matchesNothingWhereASideIsEmpty() {
        assertThat(Assignment.cheapest(new double[0][0])).isEmpty();
        assertThat(Assignment.cheapest(new double[2][0])).containsExactly(Assignment.NONE, Assignment.NONE);
    }

    @Test
    void leavesPairsUnmatchedThatAreWorthNothing() {
        // given
        double[][] worths = {{0.9, 0}, {0.8, 0}, {0, -1}};

        // when
        int[] columnByRow = Assignment.worthiest(worths);

        // then
        assertThat(columnByRow).containsExactly(0, Assignment.NONE, Assignment.NONE);
    }

    @Test
    void prefersTheGreaterSumToTheGreaterSinglePair() {
        assertThat(Assignment.worthiest(new double[][] {{0.9, 0.8}, {0.7, 0}})).containsExactly(1, 0);
    }

    @Test
    void rejectsCostsThatAreNotFiniteOrNotRectangular() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.cheapest(new double[][] {{Double.NaN}}))
                .withMessageContaining("cost NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.worthiest(new double[][] {{Double.NaN}}))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assignment.cheapest(new double[][] {{1, 2}, {3}}))
                .withMessageContaining("row 1");
    }

    private static int[] matchedColumns(int[] columnByRow) {
        return Arrays.stream(columnByRow)
                .filter(column -> column != Assignment.NONE)
                .toArray();
    }

    private static double cost(double[][] costs, int[] columnByRow) {
        double sum = 0;
        for (int row = 0; row < costs.length; row++) {
            sum += columnByRow[row] == Assignment.NONE ? 0 : costs[row][columnByRow[row]];
        }
        return sum;
    }

    private static double leastCost(double[][] costs, int rows, int columns) {
        return leastCost(costs, 0, new boolean[columns], Math.max(0, rows - columns));
    }

    private static double leastCost(double[][] costs, int row, boolean[] taken, int rowsToSkip) {
        if (row == costs.length) {
            return 0;
        }
        double least = rowsToSkip > 0 ? leastCost(costs, row + 1, taken, rowsToSkip - 1) : Double.POSITIVE_INFINITY;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                least = Math.min(least, costs[row][column] + leastCost(costs, row + 1, taken, rowsToSkip));
                taken[column] = false;
            }
        }
        return least;
    }
}
