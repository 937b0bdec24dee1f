package io.jellybean.operators.questions;

/**
 * What a network answers.
 *
 * @param text one of the network's answers, such as {@code red}, {@code 3} or {@code yes}
 * @param confidence 0..1, the share that softmax gives to this answer among all
 */
public record Answer(String text, double confidence) {
    public Answer {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "answer %s: confidence must be 0..1, but was %s".formatted(text, confidence));
        }
    }
}
