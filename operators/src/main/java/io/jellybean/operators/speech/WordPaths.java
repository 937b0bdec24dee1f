package io.jellybean.operators.speech;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * For each letter of a lexicon, the most probable paths of words on which it is heard now, or was the last that was heard.
 * Between words the space is heard, and perhaps blanks after it; before the first word, blanks and spaces. For one
 * utterance, not thread-safe.
 */
final class WordPaths {

    private static final int BLANK = 0;
    private static final int NONE = -1;

    /** A path that is e to this power less probable than the best one is given up: it saves most of the work. */
    private static final double HOPELESS = 40;

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
    private final double[] heard;
    private final double[] over;
    private final int[] saidBeforeHeard;
    private final int[] saidBeforeOver;
    private double bestScore;
    private Path silence = new Path(0, NONE);
    private Path space = Path.IMPOSSIBLE;
    private Path spaceThenBlank = Path.IMPOSSIBLE;

    WordPaths(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.heard = new double[lexicon.letters()];
        this.over = new double[lexicon.letters()];
        this.saidBeforeHeard = new int[lexicon.letters()];
        this.saidBeforeOver = new int[lexicon.letters()];
        Arrays.fill(heard, Double.NEGATIVE_INFINITY);
        Arrays.fill(over, Double.NEGATIVE_INFINITY);
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
        bestScore = Math.max(bestScore, silence.or(space).or(spaceThenBlank).score());
    }

    /** Goes through the letters in their order and keeps, of the one before, what held before this step. */
    private void advanceWords(double[] row, Path entry) {
        double hopeless = bestScore - HOPELESS;
        bestScore = Double.NEGATIVE_INFINITY;
        double heardBefore = 0;
        double overBefore = 0;
        int saidBeforeHeardBefore = NONE;
        int saidBeforeOverBefore = NONE;
        for (int letter = 0; letter < heard.length; letter++) {
            double stays = heard[letter];
            double rests = over[letter];
            int saidBeforeStays = saidBeforeHeard[letter];
            int saidBeforeRests = saidBeforeOver[letter];
            boolean begins = lexicon.begins(letter);
            double comes = begins ? entry.score() : Math.max(overBefore, heardBefore);
            if (Math.max(comes, Math.max(stays, rests)) < hopeless) {
                giveUp(letter);
                heardBefore = Double.NEGATIVE_INFINITY;
                overBefore = Double.NEGATIVE_INFINITY;
                continue;
            }
            double best = stays;
            int said = saidBeforeStays;
            if (begins) {
                if (entry.score() > best) {
                    best = entry.score();
                    said = entry.said();
                }
            } else {
                if (overBefore > best) {
                    best = overBefore;
                    said = saidBeforeOverBefore;
                }
                if (heardBefore > best && !lexicon.repeats(letter)) {
                    best = heardBefore;
                    said = saidBeforeHeardBefore;
                }
            }
            heard[letter] = best + row[lexicon.symbol(letter)];
            saidBeforeHeard[letter] = said;
            over[letter] = Math.max(stays, rests) + row[BLANK];
            saidBeforeOver[letter] = stays > rests ? saidBeforeStays : saidBeforeRests;
            bestScore = Math.max(bestScore, Math.max(heard[letter], over[letter]));
            heardBefore = stays;
            overBefore = rests;
            saidBeforeHeardBefore = saidBeforeStays;
            saidBeforeOverBefore = saidBeforeRests;
        }
    }

    private void giveUp(int letter) {
        heard[letter] = Double.NEGATIVE_INFINITY;
        over[letter] = Double.NEGATIVE_INFINITY;
    }

    /** The most probable path on which a word has just ended, with that word, if it is more probable than another path. */
    private Path bestEnd(double otherScore) {
        int bestWord = NONE;
        int before = NONE;
        double best = otherScore;
        for (int word = 0; word < lexicon.wordCount(); word++) {
            int end = lexicon.end(word);
            if (Math.max(heard[end], over[end]) > best) {
                best = Math.max(heard[end], over[end]);
                before = heard[end] > over[end] ? saidBeforeHeard[end] : saidBeforeOver[end];
                bestWord = word;
            }
        }
        if (bestWord == NONE) {
            return Path.IMPOSSIBLE;
        }
        said.add(new Said(bestWord, before));
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
