package io.jellybean.operators.speech;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The most probable paths of words. Between words the space is heard, and perhaps blanks after it; before the first word,
 * blanks and spaces. For one utterance, not thread-safe.
 */
final class WordPaths {

    private static final int BLANK = 0;
    private static final int NONE = -1;

    /**
     * A path that is e to this power less probable than the best one is given up: it saves most of the work, and costs one
     * word in the 3,226 of the spoken questions that {@code models/README.md} counts, of the smallest recogniser.
     */
    private static final double HOPELESS = 8;

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
    private final LetterPaths letters;
    private double bestScore;
    private Path silence = new Path(0, NONE);
    private Path space = Path.IMPOSSIBLE;
    private Path spaceThenBlank = Path.IMPOSSIBLE;

    WordPaths(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.letters = new LetterPaths(lexicon);
    }

    /** One step of time, with the logarithms of the symbols' probabilities. */
    void advance(double[] row) {
        Path between = space.or(spaceThenBlank);
        Path entry = silence.or(between);
        Path ended = bestEnd(space.score());
        double best = letters.advance(row, entry.score(), entry.said(), bestScore - HOPELESS);
        silence = silence.then(Math.max(row[BLANK], row[lexicon.space()]));
        space = space.or(ended).then(row[lexicon.space()]);
        spaceThenBlank = between.then(row[BLANK]);
        bestScore = Math.max(best, silence.or(space).or(spaceThenBlank).score());
    }

    /** The most probable path on which a word has just ended, with that word, if it is more probable than another path. */
    private Path bestEnd(double otherScore) {
        int bestWord = NONE;
        double best = otherScore;
        for (int word = 0; word < lexicon.wordCount(); word++) {
            int end = lexicon.end(word);
            if (letters.score(end) > best) {
                best = letters.score(end);
                bestWord = word;
            }
        }
        if (bestWord == NONE) {
            return Path.IMPOSSIBLE;
        }
        said.add(new Said(bestWord, letters.saidBefore(lexicon.end(bestWord))));
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
