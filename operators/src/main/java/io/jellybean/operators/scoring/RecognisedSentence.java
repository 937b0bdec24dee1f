package io.jellybean.operators.scoring;

/**
 * One utterance: what was said and what was understood.
 *
 * @param truth words with spaces between them
 * @param heard words with spaces between them; empty if nothing was understood
 */
public record RecognisedSentence(String truth, String heard) {

    /** Whether every word was understood, and no other. */
    public boolean isWhole() {
        return WordErrorRate.words(truth).equals(WordErrorRate.words(heard));
    }
}
