package io.jellybean.operators.speech;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Of each state of a lexicon, the most probable path of words that leads there. Between words the space is heard, and
 * perhaps blanks after it; before the first word, blanks and spaces. For one utterance, not thread-safe.
 */
final class WordPaths {

    private static final int BLANK = 0;
    private static final int NONE = -1;

    /** How probable a path is, and the last word said on it, an index of {@code said}. */
    private record Path(double score, int said) {

        static final Path IMPOSSIBLE = new Path(Double.NEGATIVE_INFINITY, NONE);

        Path or(Path other) {
            return other.score > score ? other : this;
        }

        Path then(double logProbability) {
            return new Path(score + logProbability, said);
        }
    }

    /** A word and what was said before it, an index of {@code said}. */
    private record Said(int word, int before) {}

    private final Lexicon lexicon;
    private final List<Said> said = new ArrayList<>();
    private double[] scores;
    private double[] newScores;
    private int[] lastSaid;
    private int[] newLastSaid;
    private Path silence = new Path(0, NONE);
    private Path space = Path.IMPOSSIBLE;
    private Path spaceThenBlank = Path.IMPOSSIBLE;

    WordPaths(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.scores = new double[lexicon.states()];
        this.newScores = new double[lexicon.states()];
        this.lastSaid = new int[lexicon.states()];
        this.newLastSaid = new int[lexicon.states()];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        Arrays.fill(lastSaid, NONE);
    }

    /** One step of time, with the logarithms of the symbols' probabilities. */
    void advance(double[] row) {
        Path between = space.or(spaceThenBlank);
        Path entry = silence.or(between);
        Path ended = bestEnd(space.score());
        advanceWords(row, entry);
        silence = silence.then(Math.max(row[BLANK], row[lexicon.space()]));
        space = space.or(ended).then(row[lexicon.space()]);
        spaceThenBlank = between.then(row[BLANK]);
    }

    private void advanceWords(double[] row, Path entry) {
        for (int state = 0; state < scores.length; state++) {
            int best = state;
            double score = scores[state];
            boolean begins = lexicon.begins(state);
            double before = begins ? entry.score() : scores[state - 1];
            if (before > score) {
                score = before;
                best = state - 1;
            }
            if (lexicon.followsLetter(state) && scores[state - 2] > score) {
                score = scores[state - 2];
                best = state - 2;
            }
            newScores[state] = score + row[lexicon.symbol(state)];
            newLastSaid[state] = begins && best != state ? entry.said() : lastSaid[best];
        }
        double[] oldScores = scores;
        scores = newScores;
        newScores = oldScores;
        int[] oldLastSaid = lastSaid;
        lastSaid = newLastSaid;
        newLastSaid = oldLastSaid;
    }

    /** The most probable path on which a word has just ended, with that word, if it is more probable than another path. */
    private Path bestEnd(double otherScore) {
        int bestWord = NONE;
        int bestState = NONE;
        double best = otherScore;
        for (int word = 0; word < lexicon.wordCount(); word++) {
            int end = lexicon.end(word);
            for (int state = end; state >= end - 1; state--) {
                if (scores[state] > best) {
                    best = scores[state];
                    bestState = state;
                    bestWord = word;
                }
            }
        }
        if (bestWord == NONE) {
            return Path.IMPOSSIBLE;
        }
        said.add(new Said(bestWord, lastSaid[bestState]));
        return new Path(best, said.size() - 1);
    }

    /** The words of the best path that ends here, and their confidence after so many steps. */
    Transcript best(int steps) {
        Path best =
                bestEnd(Double.NEGATIVE_INFINITY).or(space).or(spaceThenBlank).or(silence);
        Deque<String> words = new ArrayDeque<>();
        for (int at = best.said(); at != NONE; at = said.get(at).before()) {
            words.addFirst(lexicon.word(said.get(at).word()));
        }
        return new Transcript(String.join(" ", words), Math.exp(Math.min(0, best.score()) / steps));
    }
}
