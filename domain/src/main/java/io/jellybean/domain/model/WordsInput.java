package io.jellybean.domain.model;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * The question that a network is fed with: {@code int64 [batch, length]}, indices of the vocabulary.
 *
 * @param tensor the name of the tensor in the ONNX file
 * @param length the most words of a question; a shorter one is padded with 0
 * @param vocabulary the words; 0 is padding, written as an empty text, 1 is any word that is not among them
 */
public record WordsInput(String tensor, int length, List<String> vocabulary) {

    /** The index that fills up a short question. */
    public static final int PADDING = 0;

    /** The index of a word that is not in the vocabulary. */
    public static final int UNKNOWN = 1;

    public WordsInput {
        vocabulary = List.copyOf(vocabulary);
        if (length < 1) {
            throw new IllegalArgumentException("input: words.length must be >= 1, but was %d".formatted(length));
        }
        if (vocabulary.size() < 3 || !vocabulary.subList(0, 2).equals(List.of("", "?"))) {
            throw new IllegalArgumentException(
                    "input: words.vocabulary must be \"\" for padding, \"?\" for unknown words, and then at least one word");
        }
        Require.distinct("input: words.vocabulary", vocabulary);
    }

    /** The words that are known: the vocabulary without padding and what stands for all others. */
    public List<String> known() {
        return vocabulary.subList(UNKNOWN + 1, vocabulary.size());
    }
}
