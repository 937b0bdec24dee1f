package io.jellybean.operators.speech;

import java.nio.FloatBuffer;

/** The logarithms of a network's probabilities, one step of time after the other. Not thread-safe. */
final class LogProbabilities {

    /** A symbol that is e to this power less probable than the best one adds nothing to the sum; most symbols are. */
    private static final double NOTHING = -16;

    private final FloatBuffer logits;
    private final int from;
    private final float[] values;
    private final double[] row;

    LogProbabilities(FloatBuffer logits, int from, int symbols) {
        this.logits = logits;
        this.from = from;
        this.values = new float[symbols];
        this.row = new double[symbols];
    }

    /** Of the symbols at a step; lent until the next call. */
    double[] at(int step) {
        logits.get(from + step * values.length, values);
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            most = Math.max(most, value);
        }
        double sum = 0;
        for (float value : values) {
            if (value - most > NOTHING) {
                sum += Math.exp(value - most);
            }
        }
        double total = most + Math.log(sum);
        for (int symbol = 0; symbol < row.length; symbol++) {
            row[symbol] = values[symbol] - total;
        }
        return row;
    }
}
