package io.jellybean.cli.profile;

import java.util.List;

/**
 * Questions to measure with.
 *
 * @param texts at least one
 * @param wavs spoken questions; empty if none are at hand
 */
public record SampleQuestions(List<String> texts, List<byte[]> wavs) {
    public SampleQuestions {
        texts = List.copyOf(texts);
        wavs = List.copyOf(wavs);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("sample questions: at least one is needed");
        }
    }

    /** For workflows that ask nothing. */
    public static SampleQuestions none() {
        return new SampleQuestions(List.of("is there a car"), List.of());
    }
}
