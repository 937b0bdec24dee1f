package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

/**
 * A sentence and how it is said.
 *
 * @param text the words, in lower case and without marks
 * @param wordsPerMinute 80 to 300
 * @param pitch 0 to 99, 50 is the speaker's own
 * @param volume 1 to 200, 100 is usual
 */
public record Utterance(String text, Voice voice, int wordsPerMinute, int pitch, int volume) {
    public Utterance {
        require(!text.isBlank(), "text", "a sentence", "\"" + text + "\"");
        require(wordsPerMinute >= 80 && wordsPerMinute <= 300, "wordsPerMinute", "80 to 300", wordsPerMinute);
        require(pitch >= 0 && pitch <= 99, "pitch", "0 to 99", pitch);
        require(volume >= 1 && volume <= 200, "volume", "1 to 200", volume);
    }

    /** The sentence in one of the voices, faster or slower, higher or lower, louder or quieter. */
    static Utterance drawn(String text, Voice[] voices, Draws draws) {
        return new Utterance(
                text, draws.oneOf(voices), 130 + draws.below(81), 30 + draws.below(41), 60 + draws.below(81));
    }
}
