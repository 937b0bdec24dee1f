package io.jellybean.operators.speech;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each letter of a lexicon, the most probable path on which it is heard now, and that on which it was the last that was
 * heard. Of a path it keeps the last word said before, a number that only the caller understands. For one utterance, not
 * thread-safe.
 */
final class LetterPaths {

    private static final int BLANK = 0;
    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    private final Lexicon lexicon;
    private final double[] heard;
    private final double[] over;
    private final int[] saidBeforeHeard;
    private final int[] saidBeforeOver;
    /** The last letter of a word that some path has come to; the one before the word if there is none. */
    private final int[] reachByWord;

    LetterPaths(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.heard = new double[lexicon.letters()];
        this.over = new double[lexicon.letters()];
        this.saidBeforeHeard = new int[lexicon.letters()];
        this.saidBeforeOver = new int[lexicon.letters()];
        this.reachByWord = IntStream.range(0, lexicon.wordCount())
                .map(word -> lexicon.begin(word) - 1)
                .toArray();
        Arrays.fill(heard, IMPOSSIBLE);
        Arrays.fill(over, IMPOSSIBLE);
    }

    /** How probable it is that a letter was the last that was heard; a logarithm. */
    double score(int letter) {
        return greater(heard[letter], over[letter]);
    }

    /** What was said before the word of a letter, on the more probable path to it. */
    int saidBefore(int letter) {
        return heard[letter] > over[letter] ? saidBeforeHeard[letter] : saidBeforeOver[letter];
    }

    /**
     * One step of time.
     *
     * @param row the logarithms of the symbols' probabilities
     * @param entry how probable it is that a word begins; a logarithm
     * @param said before that word
     * @param hopeless paths that are less probable are given up
     * @return the score of the most probable path
     */
    double advance(double[] row, double entry, int said, double hopeless) {
        double best = IMPOSSIBLE;
        for (int word = 0; word < reachByWord.length; word++) {
            int first = lexicon.begin(word);
            if (reachByWord[word] >= first || entry + row[lexicon.symbol(first)] >= hopeless) {
                best = greater(best, advanceWord(word, row, entry, said, hopeless));
            }
        }
        return best;
    }

    /** Goes from the last letter to the first, so that what comes before a letter is still as it was. */
    private double advanceWord(int word, double[] row, double entry, int said, double hopeless) {
        int first = lexicon.begin(word);
        int last = Math.min(lexicon.end(word), reachByWord[word] + 1);
        double best = IMPOSSIBLE;
        reachByWord[word] = first - 1;
        for (int letter = last; letter >= first; letter--) {
            boolean begins = letter == first;
            double comes = begins ? entry : score(letter - 1);
            double stays = score(letter);
            if (greater(comes, stays) < hopeless) {
                heard[letter] = IMPOSSIBLE;
                over[letter] = IMPOSSIBLE;
                continue;
            }
            saidBeforeOver[letter] = saidBefore(letter);
            over[letter] = stays + row[BLANK];
            if (begins) {
                take(letter, entry, said);
            } else {
                take(letter, over[letter - 1], saidBeforeOver[letter - 1]);
                if (!lexicon.repeats(letter)) {
                    take(letter, heard[letter - 1], saidBeforeHeard[letter - 1]);
                }
            }
            heard[letter] += row[lexicon.symbol(letter)];
            best = greater(best, score(letter));
            reachByWord[word] = Math.max(reachByWord[word], letter);
        }
        return best;
    }

    /** A way to hear a letter, if it is better than the one known. */
    private void take(int letter, double score, int said) {
        if (score > heard[letter]) {
            heard[letter] = score;
            saidBeforeHeard[letter] = said;
        }
    }

    /** Faster than {@link Math#max(double, double)}, which minds what never comes here: not a number, and zeros of either sign. */
    private static double greater(double one, double other) {
        return one > other ? one : other;
    }
}
