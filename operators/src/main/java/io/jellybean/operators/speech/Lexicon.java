package io.jellybean.operators.speech;

import java.util.List;
import java.util.TreeSet;

/** The letters of all words, one word after the other in alphabetical order. Immutable. */
final class Lexicon {

    private final List<String> words;
    private final int space;
    private final int symbolCount;
    private final int[] symbols;
    private final boolean[] repeats;
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
        int letters = this.words.stream().mapToInt(String::length).sum();
        this.symbols = new int[letters];
        this.repeats = new boolean[letters];
        this.endByWord = new int[this.words.size()];
        int letter = 0;
        for (int word = 0; word < endByWord.length; word++) {
            letter = addWord(this.words.get(word), symbols, letter);
            endByWord[word] = letter - 1;
        }
    }

    private int addWord(String word, List<String> alphabet, int first) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("lexicon: a word is empty");
        }
        for (int i = 0; i < word.length(); i++) {
            int letter = first + i;
            symbols[letter] = alphabet.indexOf(word.substring(i, i + 1));
            if (symbols[letter] < 1 || symbols[letter] == space) {
                throw new IllegalArgumentException(
                        "lexicon: word \"%s\": the network has no symbol for \"%s\"".formatted(word, word.charAt(i)));
            }
            repeats[letter] = i > 0 && symbols[letter - 1] == symbols[letter];
        }
        return first + word.length();
    }

    /** How many letters all words have together. */
    int letters() {
        return symbols.length;
    }

    /** Of the network. */
    int symbolCount() {
        return symbolCount;
    }

    int space() {
        return space;
    }

    /** The symbol of a letter. */
    int symbol(int letter) {
        return symbols[letter];
    }

    /** Whether a letter is the same as the one before it in its word: then a blank must be between them. */
    boolean repeats(int letter) {
        return repeats[letter];
    }

    int wordCount() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /** The first letter of a word. */
    int begin(int word) {
        return word == 0 ? 0 : endByWord[word - 1] + 1;
    }

    /** The last letter of a word. */
    int end(int word) {
        return endByWord[word];
    }
}
