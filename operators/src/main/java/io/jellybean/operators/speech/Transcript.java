package io.jellybean.operators.speech;

/**
 * What was understood.
 *
 * @param text words with single spaces between them; empty if nothing was understood
 * @param confidence 0..1, the geometric mean over time of the probability of what was understood
 */
public record Transcript(String text, double confidence) {
    public Transcript {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("transcript: confidence must be 0..1, but was %s".formatted(confidence));
        }
    }
}
