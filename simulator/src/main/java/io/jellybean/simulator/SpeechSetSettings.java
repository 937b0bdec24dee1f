package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

import java.util.List;

/**
 * What a {@link SpeechSet} holds.
 *
 * @param sentences to draw from, in lower case and without marks; those of the other split are left out, and one that stands
 *     here twice is drawn twice as often
 * @param split whose voices and which of the sentences
 * @param utterances how many, at least 1
 * @param seed the same seed gives the same sounds
 * @param muLaw whether the files have 8 bits per sample (mu-law, ITU-T G.711) instead of 16
 */
public record SpeechSetSettings(List<String> sentences, SpeechSplit split, int utterances, long seed, boolean muLaw) {
    public SpeechSetSettings {
        sentences = sentences.stream()
                .filter(sentence -> SpeechSplit.of(sentence) == split)
                .toList();
        require(!sentences.isEmpty(), "sentences", "at least one of the split " + split, sentences);
        require(utterances >= 1, "utterances", ">= 1", utterances);
    }
}
