package io.jellybean.operators.speech;

import java.nio.FloatBuffer;
import java.util.List;

/** Reads the output of a network that was trained with CTC (Graves et al., 2006). Immutable and thread-safe. */
public interface SpeechDecoder {

    /**
     * The text of one utterance.
     *
     * @param logits {@code float32 [steps, symbols]} from an index on; the buffer's position and limit do not change
     * @param from the index of the first logit
     * @param steps 0 or more
     */
    Transcript decode(FloatBuffer logits, int from, int steps);

    /**
     * Takes the most probable symbol of each step: any text can come out.
     *
     * @param symbols of the network, the first is the blank
     */
    static SpeechDecoder greedy(List<String> symbols) {
        return new GreedyDecoder(symbols);
    }

    /**
     * Finds the most probable sequence of words: only these can come out, in any order.
     *
     * @param symbols of the network, the first is the blank, one is the space
     * @param words at least one; each consists of symbols
     */
    static SpeechDecoder ofWords(List<String> symbols, List<String> words) {
        return new LexiconDecoder(new Lexicon(symbols, words));
    }
}
