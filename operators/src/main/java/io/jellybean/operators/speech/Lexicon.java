package io.jellybean.operators.speech;

import java.util.List;
import java.util.TreeSet;

/**
 * The states of all words side by side, in alphabetical order: of each word, one letter after the other, a state in which
 * the letter is heard and one in which nothing more is heard of it. Immutable.
 */
final class Lexicon {

    private static final int BLANK = 0;

    private final List<String> words;
    private final int space;
    private final int symbolCount;
    private final int[] symbols;
    private final boolean[] begins;
    private final boolean[] followsLetter;
    private final int[] endByWord;

    Lexicon(List<String> symbols, List<String> words) {
        this.words = List.copyOf(new TreeSet<>(words));
        this.space = symbols.indexOf(" ");
        this.symbolCount = symbols.size();
        if (space < 0 || this.words.isEmpty()) {
            throw new IllegalArgumentException(
                    "lexicon: the network must have a space among its %d symbols, and there must be words; there are %d"
                            .formatted(symbolCount, this.words.size()));
        }
        int states = 2 * this.words.stream().mapToInt(String::length).sum();
        this.symbols = new int[states];
        this.begins = new boolean[states];
        this.followsLetter = new boolean[states];
        this.endByWord = new int[this.words.size()];
        int state = 0;
        for (int word = 0; word < endByWord.length; word++) {
            state = addWord(this.words.get(word), symbols, state);
            endByWord[word] = state - 1;
        }
    }

    private int addWord(String word, List<String> alphabet, int first) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("lexicon: a word is empty");
        }
        for (int i = 0; i < word.length(); i++) {
            int state = first + 2 * i;
            symbols[state] = alphabet.indexOf(word.substring(i, i + 1));
            if (symbols[state] < 1 || symbols[state] == space) {
                throw new IllegalArgumentException(
                        "lexicon: word \"%s\": the network has no symbol for \"%s\"".formatted(word, word.charAt(i)));
            }
            symbols[state + 1] = BLANK;
            begins[state] = i == 0;
            followsLetter[state] = i > 0 && symbols[state - 2] != symbols[state];
        }
        return first + 2 * word.length();
    }

    int states() {
        return symbols.length;
    }

    /** Of the network. */
    int symbolCount() {
        return symbolCount;
    }

    int space() {
        return space;
    }

    /** What is heard in a state. */
    int symbol(int state) {
        return symbols[state];
    }

    /** Whether a word begins with a state. */
    boolean begins(int state) {
        return begins[state];
    }

    /** Whether a letter may follow the letter before it without a blank between them: it may unless they are the same. */
    boolean followsLetter(int state) {
        return followsLetter[state];
    }

    int wordCount() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /** The last state of a word, the blank behind its last letter. */
    int end(int word) {
        return endByWord[word];
    }
}
