package io.jellybean.operators.speech;

import java.nio.FloatBuffer;

/** The logarithms of a network's probabilities, one step of time after the other. Not thread-safe. */
final class LogProbabilities {

    private final FloatBuffer logits;
    private final int from;
    private final double[] row;

    LogProbabilities(FloatBuffer logits, int from, int symbols) {
        this.logits = logits;
        this.from = from;
        this.row = new double[symbols];
    }

    /** Of the symbols at a step; lent until the next call. */
    double[] at(int step) {
        double most = Double.NEGATIVE_INFINITY;
        for (int symbol = 0; symbol < row.length; symbol++) {
            row[symbol] = logits.get(from + step * row.length + symbol);
            most = Math.max(most, row[symbol]);
        }
        double sum = 0;
        for (double logit : row) {
            sum += Math.exp(logit - most);
        }
        double total = most + Math.log(sum);
        for (int symbol = 0; symbol < row.length; symbol++) {
            row[symbol] -= total;
        }
        return row;
    }
}
