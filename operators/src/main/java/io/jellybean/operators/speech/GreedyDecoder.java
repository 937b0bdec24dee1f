package io.jellybean.operators.speech;

import java.nio.FloatBuffer;
import java.util.List;

/** The most probable symbol of each step, without repetitions and blanks. */
final class GreedyDecoder implements SpeechDecoder {

    private static final int BLANK = 0;

    private final List<String> symbols;

    GreedyDecoder(List<String> symbols) {
        this.symbols = List.copyOf(symbols);
    }

    @Override
    public Transcript decode(FloatBuffer logits, int from, int steps) {
        LogProbabilities probabilities = new LogProbabilities(logits, from, symbols.size());
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int last = BLANK;
        for (int step = 0; step < steps; step++) {
            double[] row = probabilities.at(step);
            int best = BLANK;
            for (int symbol = 1; symbol < row.length; symbol++) {
                best = row[symbol] > row[best] ? symbol : best;
            }
            if (best != last) {
                text.append(symbols.get(best));
            }
            last = best;
            sum += row[best];
        }
        String words = text.toString().strip().replaceAll(" +", " ");
        return new Transcript(words, steps == 0 ? 0 : Math.exp(sum / steps));
    }
}
