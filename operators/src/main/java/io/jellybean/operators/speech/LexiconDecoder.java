package io.jellybean.operators.speech;

import java.nio.FloatBuffer;

/** The most probable way through the words of a lexicon (Viterbi, 1967). */
final class LexiconDecoder implements SpeechDecoder {

    private final Lexicon lexicon;

    LexiconDecoder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Transcript decode(FloatBuffer logits, int from, int steps) {
        LogProbabilities probabilities = new LogProbabilities(logits, from, lexicon.symbolCount());
        WordPaths paths = new WordPaths(lexicon);
        for (int step = 0; step < steps; step++) {
            paths.advance(probabilities.at(step));
        }
        return steps == 0 ? new Transcript("", 0) : paths.best(steps);
    }
}
