package io.jellybean.operators.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The word error rate over sentences: (S + D + I) / N, the words that were substituted, deleted and inserted in the way
 * that needs the fewest of them (Levenshtein), over the words that were said.
 */
public final class WordErrorRate {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private WordErrorRate() {}

    /**
     * The rate over all sentences together, so that longer ones count more.
     *
     * @return 0 or more; above 1 if more words were wrongly understood than said
     * @throws IllegalArgumentException if no word was said at all: then the rate is not defined
     */
    public static double over(List<RecognisedSentence> sentences) {
        long said = sentences.stream()
                .mapToLong(sentence -> words(sentence.truth()).size())
                .sum();
        if (said == 0) {
            throw new IllegalArgumentException("word error rate: the truth has no word. Maybe score more sentences.");
        }
        return (double) sentences.stream().mapToLong(WordErrorRate::errors).sum() / said;
    }

    /** Substitutions, deletions and insertions of one sentence. */
    public static int errors(RecognisedSentence sentence) {
        List<String> truth = words(sentence.truth());
        List<String> heard = words(sentence.heard());
        int[] distances = new int[heard.size() + 1];
        Arrays.setAll(distances, j -> j);
        for (int i = 0; i < truth.size(); i++) {
            int diagonal = distances[0];
            distances[0] = i + 1;
            for (int j = 0; j < heard.size(); j++) {
                int substituted = diagonal + (truth.get(i).equals(heard.get(j)) ? 0 : 1);
                diagonal = distances[j + 1];
                distances[j + 1] = Math.min(substituted, 1 + Math.min(distances[j], diagonal));
            }
        }
        return distances[heard.size()];
    }

    /**
     * The share of sentences in which every word was understood, and no other.
     *
     * @return 0..1
     * @throws IllegalArgumentException if there is no sentence
     */
    public static double wholeShare(List<RecognisedSentence> sentences) {
        return sentences.stream()
                .mapToInt(sentence -> sentence.isWhole() ? 1 : 0)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("whole sentences: there are none to score"));
    }

    static List<String> words(String sentence) {
        String stripped = sentence.strip();
        return stripped.isEmpty() ? List.of() : List.of(SPACES.split(stripped));
    }
}
