package io.jellybean.operators.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechDecoderTest {

    /** The first, written as a dash below, is the blank. */
    private static final List<String> SYMBOLS = List.of("", " ", "a", "b", "c", "r", "d", "e");

    private static final String ALPHABET = "- abcrde";

    private final SpeechDecoder greedy = SpeechDecoder.greedy(SYMBOLS);

    @Test
    void foldsRepetitionsUnlessABlankIsBetweenThem() {
        assertThat(text(greedy, "aa-ab b--")).isEqualTo("aab b");
    }

    @Test
    void understandsNothingInSilence() {
        assertThat(text(greedy, "---  --")).isEmpty();
        assertThat(text(greedy, "")).isEmpty();
        assertThat(text(SpeechDecoder.ofWords(SYMBOLS, List.of("a")), "---  --"))
                .isEmpty();
        assertThat(text(SpeechDecoder.ofWords(SYMBOLS, List.of("a")), "")).isEmpty();
    }

    @Test
    void joinsWordsBySingleSpaces() {
        assertThat(text(greedy, "  -a - b  -")).isEqualTo("a b");
    }

    @Test
    void aSureNetworkIsConfident() {
        assertThat(greedy.decode(logits("ab", 50), 0, 2).confidence()).isCloseTo(1, within(1e-9));
        assertThat(greedy.decode(logits("ab", 0), 0, 2).confidence()).isCloseTo(1 / 8.0, within(1e-9));
    }

    @Test
    void takesTheNearestWordOfTheLexicon() {
        SpeechDecoder decoder = SpeechDecoder.ofWords(SYMBOLS, List.of("car", "red", "bar"));

        assertThat(text(decoder, "r-e d--cca-r")).isEqualTo("red car");
        assertThat(text(decoder, "-rrb d- -car-")).isEqualTo("red car");
        assertThat(text(decoder, "rredd  carr")).isEqualTo("red car");
    }

    @Test
    void hearsALetterTwiceOnlyWithABlankBetween() {
        SpeechDecoder decoder = SpeechDecoder.ofWords(SYMBOLS, List.of("be", "bee"));

        assertThat(text(decoder, "beee")).isEqualTo("be");
        assertThat(text(decoder, "be-e")).isEqualTo("bee");
    }

    /** The most probable of all sequences of symbols that spell words of the lexicon, by trying every one. */
    @Test
    void findsTheBestPathOfAll() {
        List<String> symbols = List.of("", " ", "a", "b");
        List<String> words = List.of("a", "ab", "bb");
        SpeechDecoder decoder = SpeechDecoder.ofWords(symbols, words);
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            int steps = 1 + random.nextInt(6);
            FloatBuffer logits = FloatBuffer.allocate(4 * steps);
            for (int i = 0; i < logits.capacity(); i++) {
                logits.put(i, (float) (3 * random.nextGaussian()));
            }

            Transcript found = decoder.decode(logits, 0, steps);

            assertThat(Math.log(found.confidence()) * steps)
                    .isCloseTo(bestOfAll(logits, steps, symbols, words), within(1e-9));
        }
    }

    @Test
    void readsFromWhereItIsToldTo() {
        FloatBuffer both = logits("abred", 20);

        assertThat(greedy.decode(both, 2 * SYMBOLS.size(), 3).text()).isEqualTo("red");
    }

    @Test
    void refusesAWordThatTheNetworkCannotSpell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpeechDecoder.ofWords(SYMBOLS, List.of("car", "bus")))
                .withMessageContainingAll("bus", "u");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpeechDecoder.ofWords(SYMBOLS, List.of()))
                .withMessageContaining("words");
    }

    private static double bestOfAll(FloatBuffer logits, int steps, List<String> symbols, List<String> words) {
        List<double[]> rows = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            rows.add(new LogProbabilities(logits, 0, symbols.size()).at(step).clone());
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int path = 0; path < Math.pow(symbols.size(), steps); path++) {
            StringBuilder spelled = new StringBuilder();
            double score = 0;
            int last = 0;
            for (int step = 0, rest = path; step < steps; step++, rest /= symbols.size()) {
                int symbol = rest % symbols.size();
                score += rows.get(step)[symbol];
                spelled.append(symbol == last ? "" : symbols.get(symbol));
                last = symbol;
            }
            String text = spelled.toString().strip();
            if (score > best && (text.isEmpty() || words.containsAll(List.of(text.split(" ", -1))))) {
                best = score;
            }
        }
        return best;
    }

    private static String text(SpeechDecoder decoder, String heard) {
        return decoder.decode(logits(heard, 20), 0, heard.length()).text();
    }

    /** A network that is this sure of one symbol after the other. */
    private static FloatBuffer logits(String heard, float sure) {
        FloatBuffer logits = FloatBuffer.allocate(heard.length() * SYMBOLS.size());
        for (int step = 0; step < heard.length(); step++) {
            logits.put(step * SYMBOLS.size() + ALPHABET.indexOf(heard.charAt(step)), sure);
        }
        return logits;
    }
}
