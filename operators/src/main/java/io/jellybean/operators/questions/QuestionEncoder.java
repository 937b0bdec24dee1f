package io.jellybean.operators.questions;

import io.jellybean.domain.model.WordsInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a question into the indices of its words. Case, punctuation and what else lies between words do not matter; a word that the
 * network does not know becomes {@link WordsInput#UNKNOWN}. Immutable, for any number of threads.
 */
public final class QuestionEncoder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}\\p{N}]+)*");

    private final int length;
    private final Map<String, Integer> indexByWord = new HashMap<>();

    /** An encoder for what a network reads. */
    public QuestionEncoder(WordsInput words) {
        this.length = words.length();
        for (int i = WordsInput.UNKNOWN + 1; i < words.vocabulary().size(); i++) {
            indexByWord.put(words.vocabulary().get(i), i);
        }
    }

    /**
     * The indices of a question's words, filled up with {@link WordsInput#PADDING} to the network's length.
     *
     * @throws RejectedQuestionException if it has no words, too many, or none that is known
     */
    public long[] encode(String question) throws RejectedQuestionException {
        long[] indices = new long[length];
        int count = 0;
        boolean known = false;
        Matcher words = WORD.matcher(question.toLowerCase(Locale.ROOT));
        while (words.find()) {
            if (count == length) {
                throw new RejectedQuestionException(
                        QuestionRejection.TOO_LONG, "the question has more than %d words".formatted(length));
            }
            int index = indexByWord.getOrDefault(words.group(), WordsInput.UNKNOWN);
            known |= index != WordsInput.UNKNOWN;
            indices[count++] = index;
        }
        if (count == 0) {
            throw new RejectedQuestionException(QuestionRejection.EMPTY, "the question has no words");
        }
        if (!known) {
            throw new RejectedQuestionException(
                    QuestionRejection.NO_KNOWN_WORD,
                    "none of the %d words of the question is known to the network".formatted(count));
        }
        return indices;
    }
}
